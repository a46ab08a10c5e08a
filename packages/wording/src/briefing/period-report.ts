/** Words of the period reports that regulations ask for; Vietnamese by law, like every official document. */
export const periodReportWords = {
  type: 'BÁO CÁO',
  typeSymbol: 'BC',
  ownForm: 'MẪU NỘI BỘ',
  kinds: { yearly: 'Báo cáo năm', 'half-year': 'Báo cáo sáu tháng', 'ad-hoc': 'Báo cáo đột xuất' },
  subject: (kind: 'yearly' | 'half-year' | 'ad-hoc', label: string, from: string, to: string) => {
    const about = 'Kết quả theo dõi báo chí và giải thích, làm rõ thông tin sai lệch';
    if (kind === 'yearly' && /^\d{4}$/.test(label)) return `${about} năm ${label}`;
    if (kind === 'half-year' && label.endsWith('-H1')) return `${about} sáu tháng đầu năm ${label.slice(0, 4)}`;
    return `${about} từ ngày ${from} đến ngày ${to}`;
  },
  ground: (summary: string, clause: string) => `${summary} Căn cứ ${clause}.`,
  formNote:
    'Trình bày theo mẫu nội bộ: hệ thống chưa được nạp mẫu của Bộ (phụ lục kèm Thông tư 22/2016/TT-BTTTT). Khi có mẫu, người quản trị đặt tệp mẫu vào thư mục mẫu của hệ thống.',
  asOf: (time: string) => `Số liệu lấy từ sổ theo dõi lúc ${time}.`,
  via: (name: string) => `Gửi qua ${name}.`,
  parts: {
    overview: 'TÌNH HÌNH CHUNG',
    plan: 'KẾ HOẠCH VÀ KẾT QUẢ THỰC HIỆN',
    cases: 'CÁC VỤ VIỆC ĐÃ XỬ LÝ',
    outcomes: 'PHẢN ỨNG CỦA CÁC CƠ QUAN BÁO CHÍ',
    difficulties: 'KHÓ KHĂN, VƯỚNG MẮC',
    proposals: 'ĐỀ XUẤT, KIẾN NGHỊ',
  },
  none: {
    words: 'Không có.',
    cases: 'Trong kỳ không có vụ việc nào.',
    outcomes: 'Trong kỳ chưa ghi nhận phản ứng của cơ quan báo chí.',
    items: 'Không có tin, bài.',
  },
  planTable: 'Bảng kế hoạch và kết quả',
  planHeads: ['Số thứ tự', 'Nội dung, chỉ tiêu', 'Kế hoạch', 'Kết quả', 'Tin, bài hoặc vụ việc'] as const,
  figureTable: 'Bảng số liệu của kỳ',
  figureHeads: ['Chỉ tiêu', 'Kỳ này', 'Kỳ trước', 'Tăng, giảm', 'Tin, bài hoặc vụ việc'] as const,
  caseTable: 'Bảng các vụ việc',
  caseHeads: ['Số', 'Vụ việc', 'Cơ quan trả lời', 'Tình trạng', 'Đúng hạn', 'Trễ hạn'] as const,
  annexTitle: 'Danh mục tin, bài có dấu hiệu sai lệch và phê bình chính xác',
  annexHeads: ['Số', 'Thời gian', 'Cơ quan báo chí', 'Tiêu đề', 'Kết quả thẩm định'] as const,
  behind: (numbers: string) => `số ${numbers}`,
  manyBehind: (count: string) => `${count} dòng ở bảng "Tin, bài" của tệp Excel`,
  file: (label: string) => `bao-cao-${label}`,
  sheets: {
    plan: {
      name: 'Kế hoạch, kết quả',
      heads: ['Nội dung, chỉ tiêu', 'Kế hoạch', 'Kết quả', 'Tin, bài hoặc vụ việc'] as const,
    },
    figures: 'Số liệu',
    items: 'Tin, bài',
    cases: 'Vụ việc',
    outcomes: 'Phản ứng của báo',
  },
  fields: {
    SO_KY_HIEU: 'số và ký hiệu',
    DIA_DANH_NGAY_THANG: 'địa danh, ngày tháng',
    NOI_NHAN_BAO_CAO: 'cơ quan nhận báo cáo',
    TRICH_YEU: 'trích yếu',
    CAN_CU: 'căn cứ',
    KY_BAO_CAO: 'kỳ báo cáo',
    TINH_HINH_CHUNG: 'tình hình chung',
    BANG_SO_LIEU: 'bảng số liệu',
    BANG_KE_HOACH_KET_QUA: 'bảng kế hoạch và kết quả',
    BANG_VU_VIEC: 'bảng vụ việc',
    PHAN_UNG_CUA_BAO: 'phản ứng của báo',
    KHO_KHAN: 'khó khăn, vướng mắc',
    DE_XUAT: 'đề xuất, kiến nghị',
    NGUOI_KY: 'người ký',
  },
  unknownSheetFields: (unknown: string, known: string) =>
    `Mẫu Excel có trường không có trong hệ thống: ${unknown}. Sửa lại trong Excel; các trường dùng được: ${known}.`,
  badSheet: 'Tệp mẫu không phải tệp Excel (.xlsx) đọc được: hãy lưu lại bằng Excel rồi thay tệp mẫu.',
};
