interface ProblemWords {
  readonly title: string;
  readonly titleEn: string;
  /** Said where the place that refuses has nothing more exact to say. */
  readonly detail: string;
}

const entry = (title: string, titleEn: string, detail = `${title}.`): ProblemWords => ({ title, titleEn, detail });

/** The words of every problem that the API answers with, by its stable code. */
export const problemWords = {
  'invalid-input': entry('Dữ liệu gửi lên chưa đúng', 'The data sent is not valid'),
  'invalid-json': entry(
    'Nội dung không phải JSON',
    'The body is not JSON',
    'Nội dung gửi lên không phải JSON hợp lệ: hãy gửi JSON với Content-Type: application/json.',
  ),
  'invalid-header': entry('Tiêu đề yêu cầu không hợp lệ', 'A request header is not valid'),
  unauthenticated: entry(
    'Chưa đăng nhập',
    'Not signed in',
    'Yêu cầu không kèm phiên đăng nhập hoặc khóa API còn hiệu lực: hãy đăng nhập, hoặc gửi Authorization: Bearer KHÓA.',
  ),
  forbidden: entry('Không có quyền', 'Not allowed'),
  'scope-missing': entry(
    'Khóa API không có phạm vi này',
    'The API key lacks the scope',
    'Khóa API này chỉ được đọc: hãy dùng khóa có phạm vi "write".',
  ),
  'cross-site': entry(
    'Yêu cầu từ trang khác',
    'Request from another site',
    'Phiên đăng nhập chỉ dùng được từ chính trang này: chương trình khác hãy dùng khóa API.',
  ),
  'not-found': entry('Không tìm thấy', 'Not found', 'Không có mục này trong tỉnh của bạn: hãy kiểm tra lại địa chỉ.'),
  'method-unknown': entry('Không có địa chỉ này', 'No such address', 'API không có địa chỉ này: hãy xem /api/v1/docs.'),
  'wrong-state': entry('Trạng thái không cho phép', 'Not possible in this state'),
  conflict: entry('Dữ liệu đã thay đổi', 'The data has changed'),
  'route-open': entry('Chưa xác định cơ quan trả lời', 'No agency is determined yet'),
  'channel-closed': entry('Kênh không dùng được', 'The channel is not open'),
  'check-failed': entry('Chưa đạt kiểm tra', 'A check failed'),
  'key-in-progress': entry(
    'Lệnh cùng khóa đang chạy',
    'A command with this key is under way',
    'Lệnh trước cùng Idempotency-Key chưa xong: hãy chờ rồi gửi lại.',
  ),
  'outcome-unknown': entry(
    'Không rõ lệnh trước đã xong chưa',
    'The end of the earlier command is not known',
    'Lệnh trước cùng Idempotency-Key bị ngắt, không rõ đã thực hiện chưa: hãy xem lại dữ liệu, rồi gửi lại với khóa mới nếu cần.',
  ),
  'shown-once': entry(
    'Kết quả chỉ hiện một lần',
    'The answer is shown only once',
    'Lệnh này đã thực hiện; kết quả có chứa bí mật nên không hiện lại: hãy thu hồi và tạo mới nếu đã mất.',
  ),
  'account-refused': entry('Không sửa được tài khoản', 'The account cannot be changed'),
  'version-changed': entry('Phiên bản đã thay đổi', 'The version has changed'),
  'too-large': entry(
    'Nội dung quá lớn',
    'The body is too large',
    'Nội dung gửi lên quá lớn: hãy chia nhỏ hoặc giảm dung lượng.',
  ),
  'key-reused': entry(
    'Idempotency-Key đã dùng cho lệnh khác',
    'The Idempotency-Key belongs to another command',
    'Idempotency-Key này đã dùng cho một lệnh có nội dung khác: hãy dùng khóa mới.',
  ),
  'reason-missing': entry('Thiếu lý do', 'A reason is missing'),
  'proof-missing': entry('Thiếu bằng chứng', 'Proof is missing'),
  'speaker-without-authority': entry('Người phát ngôn không có thẩm quyền', 'The speaker has no authority'),
  'file-refused': entry('Tệp bị từ chối', 'The file is refused'),
  'secrecy-mark': entry('Nội dung có dấu mật', 'The text carries a secrecy mark'),
  'too-many-calls': entry(
    'Gọi quá nhiều',
    'Too many calls',
    'Có quá nhiều lượt gọi trong một phút: hãy chờ theo Retry-After rồi gọi lại.',
  ),
  'internal-error': entry(
    'Lỗi hệ thống',
    'Internal error',
    'Hệ thống gặp lỗi ngoài dự kiến; lỗi đã được ghi: hãy thử lại, hoặc báo quản trị viên kèm mã yêu cầu (requestId).',
  ),
} satisfies Record<string, ProblemWords>;

/** Sentences of the API about one call. */
export const callWords = {
  keyShape: 'Idempotency-Key phải gồm 8 đến 200 ký tự ASCII in được, không có dấu cách.',
  versionShape: 'If-Match phải là ETag đã nhận khi đọc, ví dụ "4": hãy đọc lại rồi gửi.',
  brokenText: 'Nội dung có ký tự không hợp lệ (ký tự rỗng hoặc nửa ký tự): hãy bỏ đi rồi gửi lại.',
  invalid: (listed: string) => `Dữ liệu gửi lên chưa đúng (${listed}): hãy sửa rồi gửi lại.`,
  calendarRange: (days: number) => `Khoảng ngày phải từ 1 đến ${days} ngày.`,
  wrongLines: 'Tệp có dòng chưa đúng nên chưa nhập gì: hãy sửa các dòng đã nêu.',
  mergeIntoItself: 'Không gộp được một câu chuyện vào chính nó: hãy chọn câu chuyện khác.',
};
