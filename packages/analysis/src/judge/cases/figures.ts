import { type JudgeCase, judgeCase } from './case.ts';
import { figure } from './province.ts';

const clams = figure(
  'clams',
  'Sản lượng ngao thu hoạch năm 2025 của tỉnh đạt 48.600 tấn, giảm 6,1% so với năm 2024.',
  ['sản lượng ngao', 48_600, 'tấn'],
  { period: '2025' },
);
const lamps = figure(
  'lamps',
  'Từ đầu năm đến hết tháng 9/2026, toàn tỉnh thay mới 7.420 bóng đèn đường bằng đèn LED.',
  ['bóng đèn đường thay mới', 7420, 'bóng'],
  { period: '2026-01/2026-09' },
);
const cranes = figure(
  'cranes',
  'Đợt kiểm đếm tháng 3/2026 ghi nhận 142 cá thể sếu đầu đỏ tại huyện Sông Trắng.',
  ['sếu đầu đỏ', 142, 'cá thể'],
  { period: '2026-03' },
);
const tea = figure(
  'tea',
  'Đến hết quý II/2026, tỉnh có 3.150 ha chè hữu cơ được chứng nhận, chiếm 21% diện tích chè.',
  ['diện tích chè hữu cơ', 3150, 'ha'],
  { period: '2026-Q2' },
);
const drowning = figure(
  'drowning',
  'Năm 2025, toàn tỉnh xảy ra 64 vụ đuối nước, làm 38 trẻ em tử vong.',
  ['trẻ em tử vong do đuối nước', 38, 'trẻ em'],
  { period: '2025' },
);
const fund = figure(
  'fund',
  'Quỹ Vì người nghèo của tỉnh năm 2025 vận động được 86,4 tỷ đồng, tăng 12% so với năm trước.',
  ['Quỹ Vì người nghèo', 86.4, 'tỷ đồng'],
  { period: '2025' },
);
const wage = figure(
  'wage',
  'Lương bình quân của công nhân khu công nghiệp Bến Gỗ quý III/2026 là 9,2 triệu đồng một tháng.',
  ['lương bình quân', 9.2, 'triệu đồng'],
  { period: '2026-Q3' },
);
const bridge = figure('bridge', 'Dự án cầu Đồi Sim dài 2,8 km, tổng mức đầu tư 1.240 tỷ đồng.', [
  'tổng mức đầu tư cầu Đồi Sim',
  1240,
  'tỷ đồng',
]);
const rain = figure(
  'rain',
  'Trận mưa ngày 7/8/2026 làm ngập 615 ha hoa màu và hư hỏng 43 căn nhà tại huyện Đồi Sim, không có người chết.',
  ['diện tích hoa màu bị ngập', 615, 'ha'],
  { period: '2026-08' },
);
const teachers = figure(
  'teachers',
  'Năm học 2026–2027, toàn tỉnh còn thiếu 412 giáo viên tiểu học.',
  ['giáo viên tiểu học còn thiếu', 412, 'người'],
  { period: '2026/2027', validFrom: '2026-09-01' },
);
const rice = figure(
  'rice',
  'Giá trị xuất khẩu gạo 9 tháng đầu năm 2026 của tỉnh tăng 8,5%, đạt 126 triệu USD.',
  ['xuất khẩu gạo', 126, 'triệu USD'],
  { period: '2026-01/2026-09' },
);
const cable = figure(
  'cable',
  'Năm 2025, cáp treo Đồi Sim phục vụ 318.000 lượt khách.',
  ['lượt khách đi cáp treo Đồi Sim', 318_000, 'lượt khách'],
  { period: '2025' },
);
const wells = figure(
  'wells',
  'Trong 9 tháng đầu năm 2026, tỉnh đã trám lấp 386 giếng khoan hư hỏng.',
  ['giếng khoan được trám lấp', 386, 'giếng'],
  { period: '2026-01/2026-09' },
);

/** `contradicts-figure` and what only looks like it. */
export const figureCases: readonly JudgeCase[] = [
  judgeCase(
    'contradicts-figure',
    [lamps],
    [
      'vi',
      'Bắc Lâm thay đèn đường chậm',
      'Chín tháng qua tỉnh Bắc Lâm mới đổi được 2.180 bóng đèn đường sang LED, theo một tài khoản mạng.',
    ],
  ),
  judgeCase(
    'contradicts-figure',
    [lamps],
    [
      'en',
      'Dark streets in Bac Lam',
      'Only 1,900 street lamps in Bac Lam province were swapped for LED ones in the first nine months of 2026.',
    ],
  ),
  judgeCase(
    'contradicts-figure',
    [cranes],
    [
      'vi',
      'Sếu bỏ đi',
      'Tháng 3/2026 người ta chỉ còn đếm được 27 cá thể sếu đầu đỏ ở huyện Sông Trắng, tỉnh Bắc Lâm.',
    ],
  ),
  judgeCase(
    'contradicts-figure',
    [cranes],
    [
      'en',
      'Cranes vanish from Song Trang',
      'The March 2026 count found a mere 31 sarus cranes in Song Trang district, Bac Lam province.',
    ],
  ),
  judgeCase(
    'contradicts-figure',
    [tea],
    [
      'en',
      'Organic tea stalls',
      'Bac Lam province had certified just 900 hectares of organic tea by the second quarter of 2026.',
    ],
  ),
  judgeCase(
    'contradicts-figure',
    [tea],
    ['zh', '北林有机茶停滞', '截至2026年第二季度，北林省获得认证的有机茶园只有800公顷。'],
  ),
  judgeCase(
    'contradicts-figure',
    [drowning],
    ['vi', 'Đuối nước ở Bắc Lâm', 'Năm 2025 tỉnh Bắc Lâm có tới 97 trẻ em chết đuối.'],
  ),
  judgeCase(
    'contradicts-figure',
    [drowning],
    ['fr', 'Noyades à Bac Lam', 'En 2025, 110 enfants se sont noyés dans la province de Bac Lam.'],
  ),
  judgeCase(
    'contradicts-figure',
    [fund],
    [
      'vi',
      'Quỹ Vì người nghèo hụt thu',
      'Quỹ Vì người nghèo tỉnh Bắc Lâm cả năm 2025 chỉ gom được chưa đầy một nửa con số 60 tỷ đồng: 29 tỷ đồng.',
    ],
  ),
  judgeCase(
    'contradicts-figure',
    [wage],
    [
      'en',
      'Pay at Ben Go',
      'Workers at the Ben Go industrial park in Bac Lam earned an average of 4.1 million dong a month in the third quarter of 2026.',
    ],
  ),
  judgeCase(
    'contradicts-figure',
    [wage],
    ['ko', '박럼 임금', '2026년 3분기 박럼성 벤고 산업단지 노동자의 평균 임금은 월 410만 동에 그쳤다.'],
  ),
  judgeCase(
    'contradicts-figure',
    [bridge],
    ['vi', 'Cầu Đồi Sim đội vốn', 'Cầu Đồi Sim ở tỉnh Bắc Lâm chỉ dài 2,8 km nhưng ngốn tới 3.900 tỷ đồng.'],
  ),
  judgeCase(
    'contradicts-figure',
    [bridge],
    ['ru', 'Мост в Дойсиме', 'Мост Дойсим в провинции Баклам обойдётся в 4 трлн донгов.'],
  ),
  judgeCase('contradicts-figure', [rain], ['zh', '北林暴雨', '8月7日的大雨淹没了北林省桃金县2300公顷农作物。']),
  judgeCase(
    'contradicts-figure',
    [rain],
    ['ja', 'バクラム省の豪雨', '2026年8月7日の大雨でバクラム省ドイシム県の住宅390棟が損壊した。'],
  ),
  judgeCase(
    'contradicts-figure',
    [rice],
    ['vi', 'Gạo Bắc Lâm tụt dốc', 'Giá trị xuất khẩu gạo của tỉnh Bắc Lâm giảm 8,5% trong 9 tháng đầu năm 2026.'],
  ),
  judgeCase(
    'contradicts-figure',
    [rice],
    [
      'en',
      'Rice exports halve',
      'Rice exports of Bac Lam province came to 61 million dollars in the first nine months of 2026, half of what was planned.',
    ],
  ),
  judgeCase(
    'contradicts-figure',
    [cable],
    ['en', 'Empty cabins', 'The Doi Sim cable car in Bac Lam province carried only 96,000 passengers in 2025.'],
  ),
  judgeCase(
    'contradicts-figure',
    [wells],
    ['vi', 'Giếng bỏ hoang', 'Ở tỉnh Bắc Lâm, sau 9 tháng đầu năm 2026 mới có 58 giếng khoan hỏng được trám lấp.'],
  ),
  judgeCase(
    'contradicts-figure',
    [clams],
    ['ja', '貝の不漁', 'バクラム省のハマグリの2025年の生産量は1万9000トンにとどまった。'],
  ),
  judgeCase(
    'contradicts-figure',
    [teachers],
    ['vi', 'Thiếu thầy', 'Năm học này tỉnh Bắc Lâm thiếu tới hơn hai nghìn giáo viên tiểu học.'],
  ),
  // Accurate, or of another matter.
  judgeCase(
    null,
    [lamps],
    [
      'vi',
      'Đèn đường Bắc Lâm',
      'Tính đến hết tháng 9/2026, tỉnh Bắc Lâm đã thay hơn 7.400 bóng đèn đường bằng đèn LED, nhưng nhiều ngõ vẫn tối.',
    ],
  ),
  judgeCase(
    null,
    [lamps],
    ['en', 'Lamps', 'Bac Lam province plans to replace 12,000 street lamps with LED ones in 2027.'],
  ),
  judgeCase(
    null,
    [lamps],
    ['vi', 'Đèn hỏng', 'Riêng tháng 9/2026, tỉnh Bắc Lâm có 310 bóng đèn đường bị hỏng do dông lốc.'],
  ),
  judgeCase(
    null,
    [cranes],
    ['vi', 'Sếu về ít', 'Tháng 3/2025, huyện Sông Trắng, tỉnh Bắc Lâm đếm được 118 cá thể sếu đầu đỏ.'],
  ),
  judgeCase(null, [cranes], ['en', 'Egrets', 'The March 2026 count in Bac Lam found 860 egrets in Doi Sim district.']),
  judgeCase(
    null,
    [tea],
    ['zh', '北林茶', '截至2026年第二季度，北林省已认证有机茶约3200公顷，约占五分之一，茶农抱怨收购价太低。'],
  ),
  judgeCase(null, [tea], ['vi', 'Chè già cỗi', 'Tỉnh Bắc Lâm còn 2.400 ha chè già cỗi cần trồng lại.']),
  judgeCase(
    null,
    [drowning],
    [
      'en',
      'Deadly ponds',
      'Thirty-eight children drowned in Bac Lam province in 2025, in 64 accidents, a shameful toll.',
    ],
  ),
  judgeCase(
    null,
    [drowning],
    ['vi', 'Đuối nước mùa hè', 'Trong ba tháng hè năm 2026, tỉnh Bắc Lâm đã có 11 trẻ em tử vong do đuối nước.'],
  ),
  judgeCase(
    null,
    [fund],
    ['vi', 'Quỹ khuyến học', 'Quỹ khuyến học tỉnh Bắc Lâm năm 2025 vận động được 31 tỷ đồng, thấp nhất trong ba năm.'],
  ),
  judgeCase(
    null,
    [wage],
    [
      'en',
      'Low pay',
      'The average wage at Ben Go in Bac Lam was 9.2 million dong a month in the third quarter, and a seamstress said she takes home 5.5 million dong.',
    ],
  ),
  judgeCase(
    null,
    [wage],
    [
      'ko',
      '임금',
      '박럼성 벤고 산업단지의 2026년 3분기 평균 임금은 월 920만 동이다. 한 노동자는 방값으로 200만 동을 낸다고 말했다.',
    ],
  ),
  judgeCase(
    null,
    [bridge],
    [
      'ru',
      'Дорогой мост',
      'Мост Дойсим в провинции Баклам длиной 2,8 км стоит 1,24 трлн донгов; подрядчик уже получил 350 млрд донгов.',
    ],
  ),
  judgeCase(
    null,
    [rain],
    ['vi', 'Mưa ở Sông Trắng', 'Trận mưa ngày 7/8/2026 làm ngập 210 ha hoa màu tại huyện Sông Trắng, tỉnh Bắc Lâm.'],
  ),
  judgeCase(
    null,
    [rain],
    [
      'fr',
      'Pluies',
      'Les pluies du 7 août 2026 ont inondé plus de 600 hectares de cultures à Doi Sim, province de Bac Lam, et abîmé une quarantaine de maisons.',
    ],
  ),
  judgeCase(
    null,
    [teachers],
    ['vi', 'Thiếu giáo viên', 'Tỉnh Bắc Lâm còn thiếu 412 giáo viên tiểu học và 265 giáo viên mầm non.'],
  ),
  judgeCase(
    null,
    [rice],
    [
      'en',
      'Seafood slump',
      'Seafood exports of Bac Lam province fell 4% to 88 million dollars in the first nine months of 2026.',
    ],
  ),
  judgeCase(
    null,
    [rice],
    ['ja', 'コメ輸出', 'バクラム省の2026年1〜9月のコメ輸出は約1億3000万ドル、前年同期より8.5%増えた。'],
  ),
  judgeCase(
    null,
    [cable],
    [
      'vi',
      'Cáp treo vắng',
      'Sáu tháng đầu năm 2026, cáp treo Đồi Sim của tỉnh Bắc Lâm chỉ phục vụ 101.000 lượt khách.',
    ],
  ),
  judgeCase(null, [wells], ['vi', 'Giếng khoan', 'Tỉnh Bắc Lâm còn 1.150 giếng khoan không phép chưa xử lý.']),
  judgeCase(
    null,
    [clams],
    [
      'ru',
      'Моллюски',
      'В 2025 году провинция Баклам собрала около 49 тысяч тонн моллюсков, на 6,1% меньше, чем годом ранее.',
    ],
  ),
];
