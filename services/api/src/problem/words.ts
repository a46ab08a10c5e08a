interface ProblemWords {
  readonly status: number;
  readonly title: string;
  readonly titleEn: string;
  /** Said where the place that refuses has nothing more exact to say. */
  readonly detail: string;
}

const entry = (status: number, title: string, titleEn: string, detail = `${title}.`): ProblemWords => ({
  status,
  title,
  titleEn,
  detail,
});

/** Every problem that the API answers with. Codes are stable: programs decide by them. */
export const PROBLEMS = {
  'invalid-input': entry(422, 'Dữ liệu gửi lên chưa đúng', 'The data sent is not valid'),
  'invalid-json': entry(
    400,
    'Nội dung không phải JSON',
    'The body is not JSON',
    'Nội dung gửi lên không phải JSON hợp lệ: hãy gửi JSON với Content-Type: application/json.',
  ),
  'invalid-header': entry(400, 'Tiêu đề yêu cầu không hợp lệ', 'A request header is not valid'),
  unauthenticated: entry(
    401,
    'Chưa đăng nhập',
    'Not signed in',
    'Yêu cầu không kèm phiên đăng nhập hoặc khóa API còn hiệu lực: hãy đăng nhập, hoặc gửi Authorization: Bearer KHÓA.',
  ),
  forbidden: entry(403, 'Không có quyền', 'Not allowed'),
  'scope-missing': entry(
    403,
    'Khóa API không có phạm vi này',
    'The API key lacks the scope',
    'Khóa API này chỉ được đọc: hãy dùng khóa có phạm vi "write".',
  ),
  'cross-site': entry(
    403,
    'Yêu cầu từ trang khác',
    'Request from another site',
    'Phiên đăng nhập chỉ dùng được từ chính trang này: chương trình khác hãy dùng khóa API.',
  ),
  'not-found': entry(
    404,
    'Không tìm thấy',
    'Not found',
    'Không có mục này trong tỉnh của bạn: hãy kiểm tra lại địa chỉ.',
  ),
  'method-unknown': entry(
    404,
    'Không có địa chỉ này',
    'No such address',
    'API không có địa chỉ này: hãy xem /api/v1/docs.',
  ),
  'wrong-state': entry(409, 'Trạng thái không cho phép', 'Not possible in this state'),
  conflict: entry(409, 'Dữ liệu đã thay đổi', 'The data has changed'),
  'route-open': entry(409, 'Chưa xác định cơ quan trả lời', 'No agency is determined yet'),
  'channel-closed': entry(409, 'Kênh không dùng được', 'The channel is not open'),
  'check-failed': entry(409, 'Chưa đạt kiểm tra', 'A check failed'),
  'key-in-progress': entry(
    409,
    'Lệnh cùng khóa đang chạy',
    'A command with this key is under way',
    'Lệnh trước cùng Idempotency-Key chưa xong: hãy chờ rồi gửi lại.',
  ),
  'outcome-unknown': entry(
    409,
    'Không rõ lệnh trước đã xong chưa',
    'The end of the earlier command is not known',
    'Lệnh trước cùng Idempotency-Key bị ngắt, không rõ đã thực hiện chưa: hãy xem lại dữ liệu, rồi gửi lại với khóa mới nếu cần.',
  ),
  'shown-once': entry(
    409,
    'Kết quả chỉ hiện một lần',
    'The answer is shown only once',
    'Lệnh này đã thực hiện; kết quả có chứa bí mật nên không hiện lại: hãy thu hồi và tạo mới nếu đã mất.',
  ),
  'account-refused': entry(409, 'Không sửa được tài khoản', 'The account cannot be changed'),
  'version-changed': entry(412, 'Phiên bản đã thay đổi', 'The version has changed'),
  'too-large': entry(
    413,
    'Nội dung quá lớn',
    'The body is too large',
    'Nội dung gửi lên quá lớn: hãy chia nhỏ hoặc giảm dung lượng.',
  ),
  'key-reused': entry(
    422,
    'Idempotency-Key đã dùng cho lệnh khác',
    'The Idempotency-Key belongs to another command',
    'Idempotency-Key này đã dùng cho một lệnh có nội dung khác: hãy dùng khóa mới.',
  ),
  'reason-missing': entry(422, 'Thiếu lý do', 'A reason is missing'),
  'proof-missing': entry(422, 'Thiếu bằng chứng', 'Proof is missing'),
  'speaker-without-authority': entry(422, 'Người phát ngôn không có thẩm quyền', 'The speaker has no authority'),
  'file-refused': entry(422, 'Tệp bị từ chối', 'The file is refused'),
  'secrecy-mark': entry(422, 'Nội dung có dấu mật', 'The text carries a secrecy mark'),
  'too-many-calls': entry(
    429,
    'Gọi quá nhiều',
    'Too many calls',
    'Có quá nhiều lượt gọi trong một phút: hãy chờ theo Retry-After rồi gọi lại.',
  ),
  'internal-error': entry(
    500,
    'Lỗi hệ thống',
    'Internal error',
    'Hệ thống gặp lỗi ngoài dự kiến; lỗi đã được ghi: hãy thử lại, hoặc báo quản trị viên kèm mã yêu cầu (requestId).',
  ),
} as const satisfies Record<string, ProblemWords>;

export type ProblemCode = keyof typeof PROBLEMS;
