import type { Role } from '@lamro/domain';

/**
 * How far a role's right to a command reaches: every agency of the own province, or only the own agency (an account
 * without agency belongs to the provincial office; of those only a leader reaches every agency, see `may`).
 */
export type Reach = 'profile' | 'agency';

export interface CommandRule {
  /** What the command does, in Vietnamese, as it completes "được …". */
  readonly does: string;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
}

const everyone = {
  analyst: 'profile',
  officer: 'profile',
  leader: 'profile',
  coordinator: 'profile',
  administrator: 'profile',
  auditor: 'profile',
} as const;
const casework = { ...everyone, officer: 'agency', leader: 'agency' } as const;
const people = {
  analyst: 'profile',
  officer: 'profile',
  leader: 'profile',
  coordinator: 'profile',
  administrator: 'profile',
} as const;
const answering = { analyst: 'agency', officer: 'agency' } as const;

/** Every command of the system with the roles that may give it. Whoever is not named may not. */
export const COMMANDS = {
  'press.read': { does: 'đọc tin, bài', roles: everyone },
  'press.report': {
    does: 'báo tin, bài cần xem xét',
    roles: { analyst: 'profile', officer: 'profile', leader: 'profile', coordinator: 'profile' },
  },
  'press.translate': { does: 'sửa bản dịch', roles: { analyst: 'profile' } },
  'press.open-archived': {
    does: 'mở bản lưu',
    roles: { analyst: 'profile', officer: 'profile', leader: 'profile', coordinator: 'profile', auditor: 'profile' },
  },
  'press.replay': { does: 'cho xét lại tin, bài', roles: { administrator: 'profile', analyst: 'profile' } },
  'story.arrange': { does: 'gộp, tách câu chuyện', roles: { analyst: 'profile' } },
  'filter.save': { does: 'lưu bộ lọc', roles: people },
  'filter.share': { does: 'chia sẻ bộ lọc', roles: { analyst: 'profile', coordinator: 'profile' } },

  'flag.read': { does: 'xem cảnh báo', roles: everyone },
  'flag.review': { does: 'thẩm định cảnh báo', roles: { analyst: 'profile', officer: 'agency' } },
  'flag.reopen': { does: 'mở lại cảnh báo', roles: { analyst: 'profile', coordinator: 'profile' } },

  'case.read': { does: 'xem hồ sơ vụ việc', roles: casework },
  'case.read-drafts': { does: 'xem dự thảo trả lời', roles: casework },
  'case.open': { does: 'lập hồ sơ vụ việc', roles: { analyst: 'profile', coordinator: 'profile', officer: 'agency' } },
  'case.assign': { does: 'giao việc', roles: { analyst: 'profile', coordinator: 'profile' } },
  'case.approve-assignment': { does: 'duyệt việc giao', roles: { leader: 'agency' } },
  'case.accept': { does: 'nhận việc', roles: answering },
  'case.return': { does: 'trả lại việc được giao', roles: answering },
  'case.build-dossier': { does: 'lập hồ sơ chứng cứ', roles: answering },
  'case.attach-file': { does: 'đính kèm tệp', roles: { ...answering, leader: 'agency' } },
  'case.certify-file': { does: 'xác nhận tệp không có chữ đọc được', roles: { ...answering, leader: 'agency' } },
  'case.draft': { does: 'soạn dự thảo trả lời', roles: answering },
  'case.comment': {
    does: 'góp ý dự thảo',
    roles: { analyst: 'agency', officer: 'agency', leader: 'agency', coordinator: 'profile' },
  },
  'case.submit': { does: 'trình duyệt', roles: answering },
  'case.send-back': { does: 'trả lại dự thảo để sửa', roles: { leader: 'agency' } },
  'case.approve': { does: 'duyệt nội dung trả lời', roles: { leader: 'agency' } },
  'case.release': { does: 'phát hành nội dung trả lời', roles: { ...answering, leader: 'agency' } },
  'case.publish-clarification': {
    does: 'ghi nội dung làm rõ thành thông tin chính thức',
    roles: { ...answering, leader: 'agency', coordinator: 'profile' },
  },
  'case.open-to-public': { does: 'công khai nội dung làm rõ cho mọi người đọc', roles: { leader: 'agency' } },
  'case.withdraw-release': { does: 'thu hồi nội dung đã phát hành', roles: { leader: 'agency' } },
  'case.request-opinion': { does: 'lấy ý kiến cơ quan khác', roles: { ...answering, coordinator: 'profile' } },
  'case.give-opinion': { does: 'cho ý kiến', roles: answering },
  'case.extend': { does: 'gia hạn', roles: { leader: 'agency', coordinator: 'profile' } },
  'case.attach-republication': { does: 'gắn bài đăng lại', roles: { ...answering, coordinator: 'profile' } },
  'case.request-check': { does: 'yêu cầu kiểm tra lại bài', roles: { ...answering, coordinator: 'profile' } },
  'case.confirm-outcome': { does: 'xác nhận phản ứng của báo', roles: { ...answering, coordinator: 'profile' } },
  'case.request-correction': { does: 'đề nghị báo cải chính', roles: { ...answering, leader: 'agency' } },
  'case.close': { does: 'kết thúc vụ việc', roles: { analyst: 'profile', coordinator: 'profile', leader: 'agency' } },
  'case.close-without-response': { does: 'quyết định không trả lời', roles: { leader: 'agency' } },
  'case.reopen': { does: 'mở lại vụ việc', roles: { analyst: 'profile', coordinator: 'profile', leader: 'agency' } },

  'record.read': { does: 'xem thông tin chính thức', roles: everyone },
  'record.import': {
    does: 'nhập thông tin chính thức',
    roles: { analyst: 'profile', officer: 'agency', coordinator: 'profile', administrator: 'profile' },
  },
  'record.withdraw': {
    does: 'thu hồi thông tin chính thức',
    roles: { coordinator: 'profile', officer: 'agency', administrator: 'profile' },
  },
  'spokesperson.read': { does: 'xem danh sách người phát ngôn', roles: everyone },
  'spokesperson.register': {
    does: 'ghi danh sách người phát ngôn',
    roles: { coordinator: 'profile', administrator: 'profile' },
  },

  'briefing.read': { does: 'đọc bản tin', roles: everyone },
  'briefing.edit': { does: 'biên tập bản tin', roles: { analyst: 'profile', coordinator: 'profile' } },
  'briefing.issue': { does: 'phát hành bản tin', roles: { coordinator: 'profile', leader: 'profile' } },
  'briefing.address': {
    does: 'sửa danh sách nơi nhận bản tin',
    roles: { coordinator: 'profile', administrator: 'profile' },
  },
  'report.read': { does: 'xem báo cáo, số liệu', roles: everyone },
  'report.compile': { does: 'lập báo cáo', roles: { coordinator: 'profile', analyst: 'profile' } },
  'report.issue': { does: 'phát hành báo cáo', roles: { coordinator: 'profile', leader: 'profile' } },
  'export.press': {
    does: 'xuất danh sách tin, bài',
    roles: { analyst: 'profile', officer: 'profile', leader: 'profile', coordinator: 'profile', auditor: 'profile' },
  },
  'export.cases': {
    does: 'xuất danh sách vụ việc',
    roles: { analyst: 'profile', officer: 'agency', leader: 'agency', coordinator: 'profile', auditor: 'profile' },
  },
  'export.records': { does: 'xuất thông tin chính thức', roles: everyone },

  'source.read': { does: 'xem nguồn tin', roles: everyone },
  'source.change': { does: 'thêm, sửa, tắt nguồn tin', roles: { administrator: 'profile' } },
  'source.preview': { does: 'thử nguồn tin', roles: { administrator: 'profile', analyst: 'profile' } },
  'account.read': { does: 'xem tài khoản', roles: { administrator: 'profile', auditor: 'profile' } },
  'account.change': { does: 'lập, sửa, khóa tài khoản', roles: { administrator: 'profile' } },
  'key.create': { does: 'tạo khóa API của mình', roles: { ...people, auditor: 'profile' } },
  'profile.read': { does: 'xem quy chế của tỉnh', roles: everyone },
  'profile.change': { does: 'thay đổi hồ sơ tỉnh', roles: { administrator: 'profile' } },
  'calendar.change': { does: 'sửa lịch làm việc', roles: { administrator: 'profile' } },
  'webhook.change': { does: 'sửa địa chỉ nhận thông báo', roles: { administrator: 'profile' } },
  'retention.change': { does: 'sửa thời hạn lưu', roles: { administrator: 'profile' } },
  'model.change': { does: 'chọn mô hình', roles: { administrator: 'profile' } },
  'queue.read': { does: 'xem hàng đợi xử lý', roles: { administrator: 'profile', auditor: 'profile' } },
  'queue.change': { does: 'điều khiển hàng đợi xử lý', roles: { administrator: 'profile' } },
  'audit.read': { does: 'xem nhật ký', roles: { administrator: 'profile', auditor: 'profile' } },
  'chain.verify': {
    does: 'kiểm tra chuỗi sự kiện',
    roles: { administrator: 'profile', auditor: 'profile', coordinator: 'profile' },
  },
  'notice.read': { does: 'đọc thông báo của mình', roles: everyone },
} as const satisfies Record<string, CommandRule>;

export type Command = keyof typeof COMMANDS;
