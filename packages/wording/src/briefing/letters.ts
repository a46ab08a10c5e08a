/** Words of the documents of a case; `(field)` functions are given the value or, in a template, the place for it. */
export const letterWords = {
  names: {
    assignment: 'Công văn giao xử lý',
    opinion: 'Công văn lấy ý kiến',
    'press-release': 'Thông cáo báo chí',
    correction: 'Công văn đề nghị cải chính',
    'case-report': 'Báo cáo vụ việc',
  },
  assignment: {
    subject: (title: string) => `V/v giải thích, làm rõ thông tin báo chí nêu: ${title}`,
    opening: (number: string) =>
      `Qua theo dõi báo chí, vụ việc số ${number} có nội dung cần giải thích, làm rõ như sau:`,
    ground: 'Căn cứ các điều khoản sau:',
    request: (agency: string, dossier: string) =>
      `Đề nghị ${agency} chủ trì chuẩn bị nội dung giải thích, làm rõ; ${dossier} lập hồ sơ chứng minh.`,
    deadline: 'Thời hạn thực hiện:',
    closing:
      'Đề nghị cơ quan được giao tiếp nhận hoặc nêu rõ lý do và cơ quan có trách nhiệm nếu nội dung không thuộc lĩnh vực quản lý./.',
  },
  opinion: {
    subject: (title: string) => `V/v cho ý kiến về nội dung báo chí nêu: ${title}`,
    request: (agency: string) => `Để ${agency} có căn cứ trả lời, đề nghị Quý cơ quan cho ý kiến về các nội dung trên.`,
  },
  pressRelease: {
    type: 'THÔNG CÁO BÁO CHÍ',
    symbol: 'TCBC',
  },
  correction: {
    subject: (title: string) => `V/v đề nghị cải chính thông tin: ${title}`,
    opening: 'Quý báo đã đăng nội dung sau:',
    facts: 'Thông tin chính thức về nội dung này như sau:',
    request:
      'Đề nghị Quý báo xem xét, cải chính và đăng nội dung làm rõ nêu trên theo quy định của pháp luật về báo chí./.',
  },
  report: {
    type: 'BÁO CÁO',
    symbol: 'BC',
    subject: (title: string) => `Kết quả xử lý vụ việc: ${title}`,
    parts: [
      'NỘI DUNG BÁO CHÍ NÊU',
      'CƠ QUAN CÓ TRÁCH NHIỆM VÀ CĂN CỨ',
      'THỜI HẠN',
      'NỘI DUNG ĐÃ LÀM RÕ',
      'PHẢN ỨNG CỦA CƠ QUAN BÁO CHÍ',
    ],
    agency: (agency: string, dossier: string) => `Cơ quan chủ trì trả lời: ${agency}. Cơ quan lập hồ sơ: ${dossier}.`,
    state: (state: string) => `Tình trạng: ${state}.`,
  },
  quote: (outlet: string, time: string, title: string, quote: string) =>
    `${outlet} (${time}), bài “${title}”: “${quote}”.`,
  deadline: (name: string, time: string) => `${name}: ${time}.`,
  outcome: (outlet: string, outcome: string, time: string) => `${outlet}: ${outcome} (${time}).`,
  nothing: {
    agency: 'cơ quan có thẩm quyền (chưa xác định)',
    clauses: 'Chưa có điều khoản nào quy định; thực hiện theo quy định nội bộ.',
    deadlines: 'Không có thời hạn đang chạy.',
    answer: 'Chưa phát hành nội dung làm rõ.',
    outcomes: 'Chưa ghi nhận phản ứng.',
    outlet: 'Các cơ quan báo chí liên quan',
  },
  /** What each place in a template stands for. */
  fields: {
    SO_VU_VIEC: 'số vụ việc',
    TEN_VU_VIEC: 'tên vụ việc',
    TINH_TRANG: 'tình trạng vụ việc',
    CO_QUAN_TRA_LOI: 'cơ quan chủ trì trả lời',
    CO_QUAN_LAP_HO_SO: 'cơ quan lập hồ sơ',
    CO_QUAN_BAO_CHI: 'các cơ quan báo chí đã đăng',
    NOI_DUNG_BAO_NEU: 'từng bài báo với câu đã viết',
    DIEU_KHOAN: 'các điều khoản làm căn cứ',
    THOI_HAN: 'các thời hạn đang chạy',
    TIEU_DE_LAM_RO: 'tiêu đề nội dung làm rõ đã phát hành',
    NOI_DUNG_LAM_RO: 'nội dung làm rõ đã phát hành',
    PHAN_UNG_CUA_BAO: 'phản ứng của từng báo',
    SO_KY_HIEU: 'số, ký hiệu văn bản',
    DIA_DANH_NGAY_THANG: 'địa danh, ngày tháng',
  },
  badTemplate: 'Tệp mẫu không phải tệp Word (.docx) đọc được: hãy lưu lại bằng Word rồi thử lại.',
  unknownFields: (unknown: string, known: string) =>
    `Mẫu có trường không có trong hệ thống: ${unknown}. Sửa lại trong Word; các trường dùng được: ${known}.`,
};
