/** What the system writes to people by itself, in Vietnamese: title and body of each notice. */
export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

const CASE = (number: string) => `Hồ sơ ${number}`;

/** Notices about cases. `title` is the case's own. */
export const caseNotices = {
  opened: (number: string, title: string): NoticeText => ({ title: `${CASE(number)} vừa lập`, body: title }),
  assigned: (number: string, title: string, agency: string): NoticeText => ({
    title: `${CASE(number)} đã giao ${agency}`,
    body: title,
  }),
  awaitsAssignment: (number: string, title: string): NoticeText => ({
    title: `${CASE(number)} chờ duyệt giao`,
    body: title,
  }),
  assignmentRejected: (number: string, title: string): NoticeText => ({
    title: `${CASE(number)} không được duyệt giao`,
    body: title,
  }),
  dossierAssigned: (number: string, title: string): NoticeText => ({
    title: `${CASE(number)}: giao lập hồ sơ chứng cứ`,
    body: title,
  }),
  dossierFinished: (number: string, title: string): NoticeText => ({
    title: `${CASE(number)}: đã hoàn thành hồ sơ chứng cứ`,
    body: title,
  }),
  returned: (number: string, rightAgency: string): NoticeText => ({
    title: `${CASE(number)} bị trả lại`,
    body: `Cơ quan được đề nghị: ${rightAgency}`,
  }),
  dossierReturned: (number: string, rightAgency: string): NoticeText => ({
    title: `${CASE(number)}: việc lập hồ sơ chứng cứ bị trả lại`,
    body: `Cơ quan được đề nghị: ${rightAgency}`,
  }),
  opinionRequested: (number: string, title: string, agency: string): NoticeText => ({
    title: `${CASE(number)}: đề nghị ${agency} cho ý kiến`,
    body: title,
  }),
  opinionGiven: (number: string, title: string, agency: string): NoticeText => ({
    title: `${CASE(number)}: ${agency} đã cho ý kiến`,
    body: title,
  }),
  submitted: (number: string, title: string): NoticeText => ({
    title: `${CASE(number)} chờ duyệt nội dung trả lời`,
    body: title,
  }),
  approved: (number: string, title: string): NoticeText => ({
    title: `${CASE(number)} đã duyệt nội dung trả lời`,
    body: title,
  }),
  sentBack: (number: string, title: string): NoticeText => ({
    title: `${CASE(number)} cần sửa dự thảo trả lời`,
    body: title,
  }),
  commented: (number: string, title: string): NoticeText => ({ title: `${CASE(number)} có góp ý mới`, body: title }),
  released: (number: string, title: string): NoticeText => ({
    title: `${CASE(number)} đã phát hành nội dung trả lời`,
    body: title,
  }),
  releaseWithdrawn: (number: string, title: string): NoticeText => ({
    title: `${CASE(number)}: đã thu hồi nội dung phát hành`,
    body: title,
  }),
  clarificationPublished: (number: string, title: string): NoticeText => ({
    title: `${CASE(number)}: nội dung làm rõ đã thành thông tin chính thức`,
    body: title,
  }),
  groundWithdrawn: (number: string, title: string): NoticeText => ({
    title: `${CASE(number)}: căn cứ đã bị thu hồi`,
    body: title,
  }),
  outcomeProposed: (number: string, title: string): NoticeText => ({
    title: `${CASE(number)}: bài báo đã thay đổi, chờ xác nhận`,
    body: title,
  }),
  outcomeConfirmed: (number: string, title: string, outcome: string): NoticeText => ({
    title: `${CASE(number)}: đã xác nhận phản ứng của báo: ${outcome}`,
    body: title,
  }),
  extended: (number: string, title: string): NoticeText => ({ title: `${CASE(number)} được gia hạn`, body: title }),
  closedWithoutResponse: (number: string, title: string): NoticeText => ({
    title: `${CASE(number)} kết thúc, không trả lời`,
    body: title,
  }),
  reopened: (number: string, title: string): NoticeText => ({ title: `${CASE(number)} được mở lại`, body: title }),
};

const PHASES = { before: 'Sắp đến hạn', due: 'Đến hạn', after: 'Quá hạn' };

/** Notices that the clock writes. */
export const clockNotices = {
  flagRaised: (outlet: string, title: string): NoticeText => ({
    title: `Cảnh báo mới: ${title}`,
    body: `${outlet}: "${title}". Cần người thẩm định.`,
  }),
  flagReopened: (flagId: string, reason: string): NoticeText => ({
    title: `Cảnh báo ${flagId} mở lại vì căn cứ đã bị thu hồi`,
    body: reason,
  }),
  sourceAlarm: (outlet: string, url: string, alarm: string, remedy: string): NoticeText => ({
    title: `Nguồn tin ${outlet}: ${alarm}`,
    body: `${url}\n${remedy}`,
  }),
  chainBroken: (where: string): NoticeText => ({
    title: 'Chuỗi sự kiện không còn nguyên vẹn',
    body: `${where} Hãy giữ nguyên cơ sở dữ liệu và các bản sao lưu, rồi kiểm tra bằng lệnh verify-chain.`,
  }),
  brokenCase: (number: string, why: string): string => `${CASE(number)}: ${why}`,
  deadline: (phase: keyof typeof PHASES, rule: string, number: string, title: string, due: string): NoticeText => ({
    title: `${PHASES[phase]}: ${rule} (${number})`,
    body: `${CASE(number)} "${title}": hạn ${due}.`,
  }),
  deadlineMoved: (before: string, after: string): NoticeText => ({
    title: 'Thời hạn thay đổi do lịch làm việc thay đổi',
    body: `Hạn cũ ${before}, hạn mới ${after}.`,
  }),
  reportDue: (duty: string, to: string, lastDay: string, lastWorkingDay: string, clause: string): NoticeText => ({
    title: `Đến kỳ báo cáo: hạn cuối ${lastWorkingDay}`,
    body: `${duty} Gửi ${to}, muộn nhất ngày ${lastDay} (${clause}).`,
  }),
  briefingIssued: (label: string, edition: number): NoticeText => ({
    title: edition > 1 ? `Bản tin ${label} đã phát hành lần ${edition}` : `Bản tin ${label} đã phát hành`,
    body: 'Các tệp đã phát hành nằm ở trang bản tin và đã được gửi tới các cơ quan trong danh sách nhận.',
  }),
  reportDrafted: (title: string, lastDay: string): NoticeText => ({
    title: `Dự thảo ${title} đã lập`,
    body: `Hạn cuối ${lastDay}. Ghi phần kế hoạch và kết quả, cập nhật số liệu rồi chuyển lãnh đạo hoặc đầu mối phát hành.`,
  }),
  reportIssued: (title: string): NoticeText => ({
    title: `Đã phát hành ${title}`,
    body: 'Các tệp nằm ở trang báo cáo.',
  }),
  briefingDrafted: (label: string): NoticeText => ({
    title: `Dự thảo bản tin ${label} đã lập`,
    body: 'Biên tập dự thảo rồi chuyển lãnh đạo hoặc đầu mối phát hành. Có thể cập nhật số liệu đến khi phát hành.',
  }),
};

/** What whoever reported an item is told of it; the item's title follows the body. */
export const reportNotices = {
  confirmed: {
    title: 'Tin bạn báo: đã xác nhận có nội dung sai lệch',
    body: 'Người thẩm định đã xác nhận; tin được xử lý theo quy chế:',
  },
  dismissed: {
    title: 'Tin bạn báo: đã thẩm định, không lập hồ sơ',
    body: 'Người thẩm định kết luận không phải thông tin sai lệch:',
  },
  'needs-evidence': {
    title: 'Tin bạn báo: cần thêm chứng cứ',
    body: 'Chưa đủ căn cứ kết luận; nếu có tài liệu, hãy gửi thêm:',
  },
  'no-sign': {
    title: 'Tin bạn báo: chưa thấy dấu hiệu sai lệch',
    body: 'Tin đã được lưu và đối chiếu, chưa thấy dấu hiệu có bằng chứng; chuyên viên vẫn có thể xem lại:',
  },
  'not-about-us': {
    title: 'Tin bạn báo: không về địa phương',
    body: 'Tin đã được lưu; nội dung không nói về tỉnh theo cách cần xử lý:',
  },
  failed: {
    title: 'Tin bạn báo: không đọc được',
    body: 'Hệ thống không đọc được địa chỉ này; hãy gửi lại bằng nguyên văn:',
  },
} satisfies Record<string, NoticeText>;

/** The frame of every letter. */
export const letterFrame = {
  digest: (count: number) => `Làm Rõ: ${count} thông báo`,
  foot:
    'Thư tự động của hệ thống Làm Rõ; đừng trả lời thư này. Cách nhận thông báo đặt ở trang cá nhân.\n' +
    'Automatic message; please do not reply. Choose what you receive on your preferences page.',
};

/** What stands with a delivery that nobody sent or saw end. */
export const deliveryNotes = {
  cutOff:
    'Tiến trình gửi bị ngắt giữa chừng; không chắc thư đã đến hay chưa. Hãy hỏi người nhận trước khi cho gửi lại.',
  noAddress: 'Tài khoản hoặc webhook nhận thông báo này đã ngừng dùng nên không gửi. Không cần làm gì thêm.',
};
