/** Vietnamese words about judging articles anew. */
export const judgingVi = {
  judging: {
    again: 'Cho xét lại bài này',
    againHint:
      'Bài được xét lại theo bộ quy tắc, trọng số và mô hình hiện có. Quyết định thẩm định, căn cứ đã gạch và hồ sơ vụ việc giữ nguyên; cảnh báo chưa ai thẩm định được rút nếu không còn căn cứ.',
    considered: {
      title: 'Đã cân nhắc, không đủ căn cứ',
      note: 'Không phải dấu hiệu, không tính vào điểm cờ; ghi lại để người xem biết điều gì đã được đối chiếu.',
      show: (count: string) => `Xem ${count} câu đã cân nhắc`,
      found: 'Quy tắc thấy',
      doubt: 'Vì sao không tính',
    },
    asked: 'Bài đang chờ xét lại; kết quả thay ở đây khi xong.',
    waitsAlready: 'Bài đã chờ xét từ trước; không cần yêu cầu thêm.',
    ruleSet: 'Bộ quy tắc',
    ruleSetUnknown: 'Bộ quy tắc từ trước khi có tên',
    judgedAnew: 'Xét lại lúc',
    revisions: 'Các lần xét lại',
    waiting: 'Đang chờ xét lại',
    outcomes: {
      first: 'Xét lần đầu sau khi bị lỗi',
      unchanged: 'Trước và sau đều không có cảnh báo',
      raised: 'Có thêm cảnh báo',
      kept: 'Cảnh báo còn căn cứ',
      withdrawn: 'Rút cảnh báo vì không còn căn cứ',
      restored: 'Cảnh báo có lại căn cứ',
      noted: 'Đã có người thẩm định nên giữ nguyên; chỉ ghi nhận kết quả',
    },
    foundRaised: (score: string) => `Theo bộ quy tắc này bài có cảnh báo, điểm ${score}.`,
    foundNothing: 'Theo bộ quy tắc này bài không có cảnh báo.',
    withdrawnFlag:
      'Cảnh báo đã được rút: khi xét lại, bài không còn dấu hiệu có căn cứ và chưa ai thẩm định. Nếu thấy chưa đúng, hãy cho xét lại ở trang bài viết.',
    rules: 'Bộ quy tắc đang áp dụng',
    older: 'Bài xét theo bộ quy tắc khác',
    inQueue: 'Bài đang chờ xét lại',
    failed: 'Bài bị lỗi khi xét',
    many: 'Cho xét lại',
    manyQuestion: 'Mỗi lần nhiều nhất 1.000 bài, bài mới nhất trước. Những quyết định của người thẩm định giữ nguyên.',
    which: 'Những bài nào',
    kinds: {
      'older-rules': 'Bài xét theo bộ quy tắc khác',
      'without-models': 'Bài xét khi chưa có mô hình',
      failed: 'Bài bị lỗi khi xét',
    },
    askedMany: (count: string) => `Đã yêu cầu xét lại ${count} bài.`,
    orMore: (count: string) => `${count} hoặc nhiều hơn`,
  },
} as const;
