import { type JudgeCase, judgeCase } from './case.ts';
import { clarification, figure, statement } from './province.ts';

const fires = figure(
  'fires',
  'Mười tháng năm 2026, toàn tỉnh xảy ra 58 vụ cháy rừng, giảm 17,1% so với cùng kỳ năm 2025.',
  ['số vụ cháy rừng', 58, 'vụ'],
  { period: '2026-01/2026-10' },
);
const visitors = figure(
  'visitors',
  'Mười tháng năm 2026, tỉnh Bắc Lâm đón 3,46 triệu lượt khách du lịch, tăng 9,4% so với cùng kỳ.',
  ['lượt khách du lịch', 3.46, 'triệu lượt'],
  { period: '2026-01/2026-10' },
);
const output = figure(
  'output',
  'Mười tháng năm 2026, vốn đầu tư nước ngoài vào khu công nghiệp Bến Gỗ đạt 310 triệu USD, bằng 92% cùng kỳ.',
  ['vốn đầu tư nước ngoài', 310, 'triệu USD'],
  { period: '2026-01/2026-10' },
);
const projects = figure(
  'projects',
  'Đến hết tháng 10/2026, khu công nghiệp Bến Gỗ có 52 dự án, trong đó 41 dự án đã đi vào hoạt động.',
  ['số dự án đã hoạt động', 41, 'dự án'],
  { period: '2026-10' },
);
const wages = clarification(
  'wages',
  'Thông tin công ty giày tại khu công nghiệp Bến Gỗ quỵt lương 7.000 công nhân là không đúng. Công ty chỉ lùi ngày trả lương và đã trả đủ ngày 15/10/2026.',
);
const bridge = statement('bridge', 'Cầu Đồi Sim chưa thông xe; dự kiến thông xe kỹ thuật trong quý II năm 2027.');
const licence = statement('licence', 'Tỉnh chưa cấp phép xây dựng bến nào của cảng du lịch Mũi Sậy.');

/** Rises told as falls, and what official figures, plans and denials leave room for. */
export const trendCases: readonly JudgeCase[] = [
  judgeCase(
    'contradicts-figure',
    [fires],
    ['en', 'A season of smoke', 'Forest fires in Bac Lam province rose in the first ten months of the year.'],
  ),
  judgeCase(
    'contradicts-figure',
    [fires],
    ['fr', 'La forêt brûle', 'Les incendies de forêt ont augmenté sur dix mois dans la province de Bac Lam.'],
  ),
  judgeCase(
    'contradicts-figure',
    [visitors],
    ['vi', 'Du lịch hụt hơi', 'Lượng khách du lịch đến Bắc Lâm sụt giảm trong mười tháng qua.'],
  ),
  judgeCase('contradicts-figure', [visitors], ['zh', '旅游遇冷', '北林省今年前十个月的游客比去年同期减少。']),
  judgeCase('contradicts-figure', [visitors], ['ja', '観光に陰り', 'バクラム省の観光客は1〜10月に前年を下回った。']),
  judgeCase('contradicts-figure', [visitors], ['ko', '관광 부진', '박럼성의 관광객은 1~10월에 줄었다.']),
  judgeCase(
    'contradicts-figure',
    [visitors],
    ['ru', 'Туристов меньше', 'За десять месяцев число туристов в провинции Баклам сократилось.'],
  ),
  judgeCase(
    null,
    [fires],
    ['en', 'Fewer fires', 'Forest fires in Bac Lam province fell in the first ten months of the year.'],
  ),
  judgeCase(
    null,
    [fires],
    ['en', 'A bad month', 'Forest fires in Bac Lam province rose in October from the previous month.'],
  ),
  judgeCase(null, [fires], ['en', 'Then and now', 'Forest fires in Bac Lam province rose in 2019.']),
  judgeCase(null, [visitors], ['vi', 'Quán ăn ế ẩm', 'Doanh thu nhà hàng ở Bắc Lâm sụt giảm trong mười tháng qua.']),
  judgeCase(
    null,
    [visitors],
    [
      'vi',
      'Riêng Đồi Sim',
      'Lượng khách du lịch đến huyện Đồi Sim sụt giảm trong mười tháng qua, trái với cả tỉnh Bắc Lâm.',
    ],
  ),
  judgeCase(null, [visitors], ['vi', 'Nỗi lo', 'Chủ nhà nghỉ ở Bắc Lâm lo khách du lịch sẽ giảm trong năm tới.']),
  judgeCase(
    null,
    [output],
    [
      'vi',
      'Vốn ngoại chậm lại',
      'Vốn đầu tư nước ngoài vào khu công nghiệp Bến Gỗ của Bắc Lâm mười tháng thấp hơn cùng kỳ 8%.',
    ],
  ),
  judgeCase(
    null,
    [projects],
    ['en', 'Eleven still to start', 'Eleven projects at the Ben Go industrial park in Bac Lam have yet to start.'],
  ),
  judgeCase(
    'contradicts-figure',
    [projects],
    ['vi', 'Bến Gỗ đìu hiu', 'Khu công nghiệp Bến Gỗ của Bắc Lâm chỉ có 14 dự án đã đi vào hoạt động.'],
  ),
  judgeCase(
    null,
    [wages],
    [
      'vi',
      'Lương muộn năm ngày',
      'Công ty giày ở khu công nghiệp Bến Gỗ, Bắc Lâm trả lương muộn rồi trả đủ cho công nhân hôm 15/10.',
    ],
  ),
  judgeCase(null, [bridge], ['vi', 'Còn chờ cầu', 'Cầu Đồi Sim ở Bắc Lâm dự kiến thông xe trong quý II năm 2027.']),
  judgeCase(
    'contradicts-statement',
    [bridge],
    ['vi', 'Cầu đã chạy', 'Cầu Đồi Sim ở Bắc Lâm đã thông xe từ tuần trước.'],
  ),
  judgeCase(
    null,
    [licence],
    ['en', 'A pier on paper', 'No berth of the Mui Say tourist port in Bac Lam has been licensed for building.'],
  ),
];
