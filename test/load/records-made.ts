import type { Gazetteer, OfficialRecord } from '@lamro/domain';

/** What is counted: indicator, unit as written, and a value to vary around. */
const INDICATORS: readonly (readonly [string, string, number])[] = [
  ['Số lượt khách du lịch', 'lượt khách', 184_000],
  ['Sản lượng thủy sản', 'tấn', 12_400],
  ['Kim ngạch xuất khẩu', 'triệu USD', 210],
  ['Kim ngạch nhập khẩu', 'triệu USD', 180],
  ['Thu ngân sách', 'tỷ đồng', 640],
  ['Chi đầu tư công', 'tỷ đồng', 320],
  ['Số ca sốt xuất huyết', 'ca', 142],
  ['Số vụ cháy', 'vụ', 17],
  ['Số vụ tai nạn giao thông', 'vụ', 23],
  ['Số hộ nghèo', 'hộ', 870],
  ['Diện tích rừng trồng mới', 'ha', 460],
  ['Diện tích lúa đông xuân', 'ha', 5_300],
  ['Đàn lợn', 'con', 48_000],
  ['Số doanh nghiệp thành lập mới', 'doanh nghiệp', 96],
  ['Số lao động được giải quyết việc làm', 'người', 3_150],
  ['Số trường đạt chuẩn quốc gia', 'trường', 31],
  ['Số học sinh đầu năm học', 'học sinh', 14_600],
  ['Sản lượng hàng qua cảng', 'tấn', 920_000],
  ['Số giường bệnh', 'giường', 540],
  ['Sản lượng điện thương phẩm', 'triệu kWh', 88],
  ['Tỷ lệ hộ dùng nước sạch', '%', 87],
  ['Tỷ lệ tiêm chủng đầy đủ', '%', 94],
  ['Tỷ lệ giải ngân vốn đầu tư công', '%', 61],
  ['Chiều dài đường được nâng cấp', 'km', 42],
];

const STATEMENTS: readonly string[] = [
  'Cầu dân sinh tại {place} vẫn cho xe thông hành bình thường; không có lệnh đóng cầu.',
  'Trạm y tế {place} vẫn mở cửa tiếp nhận người bệnh, không có việc ngừng hoạt động.',
  'Dự án khu nhà ở xã hội tại {place} chưa được giao đất cho nhà đầu tư nào.',
  'Nước sinh hoạt ở {place} đạt quy chuẩn; không phát hiện nhiễm kim loại nặng.',
  'Trường tiểu học {place} tiếp tục dạy học hai buổi, không sáp nhập trong năm học này.',
  'Không có người chết trong vụ sạt lở tại {place}; hai hộ đã được di dời an toàn.',
  'Chợ {place} vẫn họp theo phiên; việc di dời chợ chưa được phê duyệt.',
  'Hồ chứa tại {place} vận hành an toàn, không xả lũ trong đêm.',
  'Công tác chi trả bồi thường giải phóng mặt bằng tại {place} đã hoàn thành cho toàn bộ các hộ.',
  'Lễ hội truyền thống {place} được tổ chức đúng kế hoạch, không bán vé.',
  'Bãi rác {place} đã đóng cửa và được xử lý mùi; không tiếp nhận rác từ nơi khác.',
  'Cơ quan chức năng đang điều tra nguyên nhân cá chết tại {place}, chưa có kết luận.',
];

const CLARIFICATIONS: readonly string[] = [
  'Thông tin {place} cấm người dân ra khỏi nhà ban đêm là không chính xác.',
  'Tin đồn {place} có dịch bệnh lạ trên người là bịa đặt.',
  'Không có việc bán đất rừng tại {place} cho người nước ngoài như một số trang đăng tải.',
  'Thông tin nhà máy tại {place} xả thải khiến nhiều người nhập viện là sai sự thật.',
  'Không có chủ trương thu thêm phí vệ sinh của các hộ ở {place}.',
  'Việc hoãn bầu cử tại {place} như mạng xã hội lan truyền là không có thật.',
];

const SOURCES = [
  'Cục Thống kê',
  'Văn phòng Ủy ban nhân dân',
  'Sở Y tế',
  'Sở Công Thương',
  'Sở Nông nghiệp và Môi trường',
];

/**
 * Records of invented matters at real places, all in force: of ten, seven with a figure of one month, two statements, one clarification.
 * The same count always gives the same records.
 */
export function makeRecords({ units }: Gazetteer, count: number): OfficialRecord[] {
  const places = units.filter(({ kind }) => kind === 'commune' || kind === 'district').map(({ name }) => name);
  return Array.from({ length: count }, (_, at): OfficialRecord => {
    const place = places[(at * 7) % places.length] ?? '';
    const round = Math.floor(at / places.length);
    const base = {
      id: `made-${at}`,
      documentNumber: `${at + 1}/BC-2026`,
      source: SOURCES[at % SOURCES.length] ?? '',
      sourceUrl: `https://portal.example/${at}`,
    };
    const kind = at % 10;
    if (kind >= 7) {
      const list = kind === 9 ? CLARIFICATIONS : STATEMENTS;
      const text = (list[(at * 5 + round) % list.length] ?? '').replace('{place}', place);
      return { ...base, kind: kind === 9 ? 'clarification' : 'statement', text, validFrom: '2026-01-01' };
    }
    const [indicator, unit, scale] = INDICATORS[(at * 11 + round) % INDICATORS.length] ?? ['', '', 1];
    const month = 1 + (at % 10);
    const value = unit === '%' ? 40 + ((at * 13) % 600) / 10 : Math.round(scale * (0.4 + ((at * 37) % 120) / 100));
    const period = `2026-${`${month}`.padStart(2, '0')}`;
    const written = `${value}`.replace('.', ',').replaceAll(/\B(?=(\d{3})+(?!\d)(?!,))/g, unit === '%' ? '' : '.');
    const text = `${indicator} tại ${place} tháng ${month} năm 2026 ${unit === '%' ? 'đạt' : 'là'} ${written}${unit === '%' ? '%' : ` ${unit}`}.`;
    return { ...base, kind: 'figure', text, indicator, value, unit, period, validFrom: `${period}-20` };
  });
}
