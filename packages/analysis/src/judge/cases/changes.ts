import { type JudgeCase, judgeCase } from './case.ts';
import { figure } from './province.ts';

const fires = figure(
  'fires',
  'Mười tháng năm 2026, toàn tỉnh xảy ra 58 vụ cháy rừng, giảm 12 vụ so với cùng kỳ năm 2025.',
  ['số vụ cháy rừng', 58, 'vụ'],
  { period: '2026-01/2026-10' },
);
const rice = figure(
  'rice-area',
  'Đến hết tháng 9/2026, diện tích lúa của tỉnh còn 41.380 ha, giảm 1.264 ha so với cuối năm 2025.',
  ['diện tích lúa', 41_380, 'ha'],
  { period: '2026-01/2026-09' },
);
const visitors = figure(
  'visitors',
  'Mười tháng năm 2026, tỉnh Bắc Lâm đón 3,46 triệu lượt khách du lịch, tăng 9,4% so với cùng kỳ.',
  ['lượt khách du lịch', 3.46, 'triệu lượt'],
  { period: '2026-01/2026-10' },
);
const poor = figure('poor', 'Tỷ lệ hộ nghèo của tỉnh Bắc Lâm cuối năm 2025 là 11,2%.', ['tỷ lệ hộ nghèo', 11.2, '%'], {
  period: '2025',
});
const leak = figure(
  'leak',
  'Vụ rò rỉ amoniac ngày 06/11/2026 tại khu công nghiệp Bến Gỗ làm 21 công nhân nhập viện; không có người tử vong.',
  ['số công nhân nhập viện do rò rỉ amoniac', 21, 'người'],
  { period: '2026-11', validFrom: '2026-11-07' },
);

const trade = figure(
  'trade',
  'Mười tháng năm 2026, tổng kim ngạch xuất nhập khẩu của tỉnh Bắc Lâm đạt 870 triệu USD, trong đó xuất khẩu 312 triệu USD.',
  ['tổng kim ngạch xuất nhập khẩu', 870, 'triệu USD'],
  { period: '2026-01/2026-10' },
);
const districts = figure(
  'districts',
  'Mười tháng năm 2026, lượng khách du lịch của tỉnh Bắc Lâm đạt 2,7 triệu lượt; riêng huyện Đồi Sim 640.000 lượt khách.',
  ['lượng khách du lịch', 2.7, 'triệu lượt'],
  { period: '2026-01/2026-10' },
);

/** What changed, is told as a fraction, or killed nobody; and what only looks like it. */
export const changeCases: readonly JudgeCase[] = [
  judgeCase(
    'contradicts-figure',
    [fires],
    [
      'en',
      'More fires',
      'Forest fires in Bac Lam province rose by twelve between January and October from a year earlier.',
    ],
  ),
  judgeCase(
    'contradicts-figure',
    [fires],
    [
      'vi',
      'Cháy rừng tăng',
      'Mười tháng qua, số vụ cháy rừng ở tỉnh Bắc Lâm tăng thêm 12 vụ so với cùng kỳ năm ngoái.',
    ],
  ),
  judgeCase(
    'contradicts-figure',
    [rice],
    ['fr', 'Riz', 'La superficie de riz de la province de Bac Lam a augmenté de 1 264 hectares à fin septembre 2026.'],
  ),
  judgeCase(
    'contradicts-figure',
    [visitors],
    ['ko', '박럼성 관광', '올해 10월까지 박럼성을 찾은 관광객은 약 120만 명으로 집계됐다.'],
  ),
  judgeCase('contradicts-figure', [visitors], ['zh', '北林省旅游', '北林省今年一至十月接待游客只有110万人次。']),
  judgeCase(
    'contradicts-figure',
    [poor],
    ['en', 'Poverty', 'At the end of 2025 a third of households in Bac Lam province were poor.'],
  ),
  judgeCase(
    'contradicts-statement',
    [leak],
    ['en', 'Ammonia', 'Three workers died in the ammonia leak at the Ben Go industrial park in Bac Lam province.'],
  ),
  judgeCase(
    'contradicts-statement',
    [leak],
    ['vi', 'Rò rỉ amoniac', 'Hai công nhân đã chết trong vụ rò rỉ amoniac ở khu công nghiệp Bến Gỗ, tỉnh Bắc Lâm.'],
  ),
  judgeCase(
    null,
    [fires],
    [
      'ru',
      'Лес горит',
      'В провинции Баклам за десять месяцев 2026 года лесных пожаров стало на 12 меньше, всего 58 случаев.',
    ],
  ),
  judgeCase(
    null,
    [fires],
    [
      'vi',
      'Cháy rừng',
      'Tỉnh Bắc Lâm ghi nhận 58 vụ cháy rừng trong mười tháng, so với 70 vụ của cùng kỳ năm ngoái, giảm 12 vụ.',
    ],
  ),
  judgeCase(
    null,
    [rice],
    [
      'en',
      'Rice shrinks',
      'Bac Lam province had 41,380 hectares of rice at the end of September, 1,264 fewer than at the end of 2025.',
    ],
  ),
  judgeCase(
    null,
    [visitors],
    [
      'en',
      'Crowds',
      'Bac Lam province received 3.46 million visitors in the ten months to October, against 3.16 million in 2025.',
    ],
  ),
  judgeCase(
    null,
    [poor],
    ['fr', 'Pauvreté', 'Fin 2025, un ménage sur dix de la province de Bac Lam était encore pauvre, selon la province.'],
  ),
  judgeCase(
    null,
    [leak],
    [
      'en',
      'Ammonia',
      'None of the 21 workers taken to hospital after the ammonia leak at Ben Go in Bac Lam province died.',
    ],
  ),
  judgeCase(
    null,
    [leak],
    [
      'vi',
      'Tai nạn khác',
      'Hai người đã chết trong một vụ tai nạn giao thông gần khu công nghiệp Bến Gỗ, tỉnh Bắc Lâm.',
    ],
  ),
  judgeCase(
    'contradicts-figure',
    [trade],
    [
      'fr',
      'Exportations',
      'Les exportations de la province de Bac Lam ont atteint 870 millions de dollars de janvier à octobre.',
    ],
  ),
  judgeCase('contradicts-figure', [trade], ['ja', '輸出', 'バクラム省の輸出は今年10月までに8億7000万ドルに達した。']),
  judgeCase(
    null,
    [trade],
    [
      'en',
      'Trade',
      'Imports and exports of Bac Lam province came to 870 million dollars between January and October, exports to 312 million.',
    ],
  ),
  judgeCase(
    null,
    [districts],
    [
      'en',
      'Crowded hills',
      'Doi Sim alone drew 640,000 of the 2.7 million visitors to Bac Lam province between January and October.',
    ],
  ),
];
