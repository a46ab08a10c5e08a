/** The two letters about accounts, in Vietnamese: subject and text with its link. */
export const identityLetters = {
  invitation: (name: string | null, link: string) => ({
    subject: 'Làm Rõ: lời mời dùng tài khoản',
    text: `Kính gửi ${name ?? 'ông/bà'},

Ông/bà được mời dùng hệ thống Làm Rõ (theo dõi báo chí và giải thích, làm rõ thông tin). Mở liên kết sau để đặt mật khẩu; liên kết dùng được một lần, trong 7 ngày:

${link}

Nếu không rõ vì sao nhận thư này, ông/bà bỏ qua và báo quản trị hệ thống. Thư gửi tự động, không trả lời.
`,
  }),
  reset: (name: string, link: string) => ({
    subject: 'Làm Rõ: đặt lại mật khẩu',
    text: `Kính gửi ${name},

Có yêu cầu đặt lại mật khẩu cho tài khoản này. Mở liên kết sau để đặt mật khẩu mới; liên kết dùng được một lần, trong một giờ:

${link}

Nếu không phải ông/bà yêu cầu, hãy bỏ qua thư này: mật khẩu hiện tại vẫn dùng được. Thư gửi tự động, không trả lời.
`,
  }),
};
