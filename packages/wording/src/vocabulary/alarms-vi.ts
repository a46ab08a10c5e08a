/** Names of what can be wrong with a source. */
export const alarmNamesVi = {
  quiet: 'Im ắng khác thường',
  stopped: 'Đã ngừng cập nhật từ lâu',
  'always-empty': 'Luôn trống',
  'turned-empty': 'Trở nên trống',
  'script-wall': 'Bị chặn bằng mã kiểm tra trình duyệt',
  'captcha-wall': 'Bị chặn bằng CAPTCHA',
  'consent-wall': 'Trang xin đồng ý cookie chắn phía trước',
  'login-wall': 'Đòi đăng nhập',
  'redirect-loop': 'Chuyển hướng vòng tròn',
  'robots-refused': 'robots.txt không cho phép',
  'address-refused': 'Địa chỉ không được phép truy cập',
  gone: 'Không còn ở địa chỉ này',
  forbidden: 'Máy chủ từ chối truy cập',
  'page-instead-of-feed': 'Là trang web, không phải nguồn tin',
  'not-a-feed': 'Không đúng định dạng nguồn tin',
  'empty-answer': 'Trả về nội dung rỗng',
  oversized: 'Vượt quá giới hạn an toàn',
  'query-refused': 'Truy vấn tìm kiếm bị từ chối',
  'records-unreadable': 'Không đọc được thông tin chính thức',
  'keeps-failing': 'Lỗi nhiều lần liên tiếp',
};

/** What to do about each. */
export const alarmRemediesVi: Record<keyof typeof alarmNamesVi, string> = {
  quiet: 'Mở trang của báo để so sánh; nếu báo vẫn đăng bài, hãy tìm địa chỉ nguồn tin mới bằng chức năng thử nguồn.',
  stopped: 'Thay bằng nguồn khác của cùng tòa soạn (sơ đồ trang tin, trang danh mục), rồi tắt nguồn này.',
  'always-empty':
    'Nguồn đúng định dạng nhưng chưa từng có tin: dùng trang danh mục hoặc sơ đồ trang tin của báo thay thế.',
  'turned-empty': 'Nguồn trước đây có tin, nay trống: kiểm tra xem báo có đổi địa chỉ hay bộ chọn còn đúng không.',
  'script-wall':
    'Không vượt tường kiểm tra; dùng sơ đồ trang tin, kênh tìm kiếm, hoặc đề nghị tòa soạn cho phép thu thập.',
  'captcha-wall': 'Không vượt CAPTCHA; đề nghị tòa soạn cho phép hoặc theo dõi qua kênh tìm kiếm.',
  'consent-wall': 'Dùng địa chỉ nguồn tin hoặc sơ đồ trang tin không qua trang xin đồng ý.',
  'login-wall': 'Chỉ thu thập thông tin công khai: dùng địa chỉ khác không đòi đăng nhập.',
  'redirect-loop':
    'Máy chủ đòi cookie phiên nên chuyển hướng mãi: dùng sơ đồ trang tin hoặc trang danh mục của báo thay thế.',
  'robots-refused': 'Tôn trọng robots.txt: dùng địa chỉ mà tòa soạn cho phép, hoặc đề nghị tòa soạn cho phép.',
  'address-refused': 'Sửa địa chỉ: chỉ nhận http(s) trên mạng công cộng.',
  gone: 'Tìm địa chỉ mới của nguồn từ trang chủ bằng chức năng thử nguồn.',
  forbidden: 'Đề nghị tòa soạn cho phép thu thập, hoặc dùng nguồn khác của cùng tòa soạn.',
  'page-instead-of-feed': 'Dò nguồn tin trên trang này, hoặc đổi loại nguồn thành trang danh mục.',
  'not-a-feed': 'Kiểm tra lại địa chỉ và loại nguồn; thử lại bằng chức năng thử nguồn.',
  'empty-answer': 'Kiểm tra lại địa chỉ; nếu vẫn rỗng, dùng nguồn khác của cùng tòa soạn.',
  oversized: 'Nguồn quá lớn hoặc quá nhiều lớp: dùng nguồn theo chuyên mục hoặc sơ đồ trang tin nhỏ hơn.',
  'query-refused': 'Rút gọn hoặc sửa lại từ khóa truy vấn.',
  'records-unreadable': 'Kiểm tra tệp thông tin chính thức của cổng: từng dòng lỗi ghi trong chi tiết.',
  'keeps-failing': 'Xem chi tiết các lượt tải gần đây; nếu lỗi từ phía báo kéo dài, liên hệ tòa soạn hoặc đổi nguồn.',
};
