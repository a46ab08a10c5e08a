/** Words of packages of a released clarification for ministry, missions and press organs. */
export const packageWords = {
  title: 'Gói gửi nơi nhận theo văn bản',
  hint: 'Mỗi gói gồm công văn, nội dung đã phát hành ở từng ngôn ngữ (Word, PDF) và danh sách mã SHA-256 của các tệp.',
  press: 'Các cơ quan thông tấn, báo chí',
  type: 'THÔNG TIN LÀM RÕ',
  symbol: 'TT',
  subject: (title: string) => `V/v cung cấp thông tin giải thích, làm rõ: ${title}`,
  ground: (clauses: string) => `Căn cứ ${clauses};`,
  sends: (number: string) =>
    `Về vụ việc số ${number}, cơ quan chúng tôi trân trọng gửi kèm nội dung giải thích, làm rõ đã phát hành chính thức:`,
  text: (title: string, language: string) => `${title} (${language.toLocaleLowerCase('vi')});`,
  closing: 'Trân trọng đề nghị quý cơ quan sử dụng, phổ biến nội dung trên theo chức năng, nhiệm vụ./.',
};
