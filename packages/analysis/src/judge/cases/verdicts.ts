import { type JudgeCase, judgeCase } from './case.ts';
import { figure, statement } from './province.ts';

const debt = figure(
  'debt',
  'Đến hết tháng 9/2026, nợ bảo hiểm xã hội trên địa bàn tỉnh là 214 tỷ đồng.',
  ['nợ bảo hiểm xã hội', 214, 'tỷ đồng'],
  { period: '2026-09' },
);
const trees = figure(
  'trees',
  'Năm 2025, toàn tỉnh trồng mới 1.850 ha rừng.',
  ['diện tích rừng trồng mới', 1850, 'ha'],
  {
    period: '2025',
  },
);
const delay = statement(
  'delay',
  'Tuyến đường ven biển qua xã Phù An chậm tiến độ tám tháng do vướng giải phóng mặt bằng.',
);

/** Suggested verdicts of items that raise no flag. */
export const verdictCases: readonly JudgeCase[] = [
  judgeCase(
    null,
    [debt],
    ['vi', 'Nợ bảo hiểm', 'Nợ bảo hiểm xã hội ở tỉnh Bắc Lâm đến hết tháng 9/2026 đã lên 214 tỷ đồng.'],
    { verdict: 'accurate-negative' },
  ),
  judgeCase(
    null,
    [debt],
    [
      'en',
      'Unpaid insurance',
      'Employers in Bac Lam province owed 214 billion dong in social insurance at the end of September 2026.',
    ],
    { verdict: 'accurate-negative' },
  ),
  judgeCase(
    null,
    [delay],
    [
      'vi',
      'Đường ven biển',
      'Đường ven biển qua xã Phù An, tỉnh Bắc Lâm chậm tám tháng vì chưa giải phóng xong mặt bằng.',
    ],
    { verdict: 'accurate-negative' },
  ),
  judgeCase(
    null,
    [delay],
    [
      'en',
      'Late road',
      'The coastal road through Phu An in Bac Lam province is eight months late because land has not been cleared.',
    ],
    { verdict: 'accurate-negative' },
  ),
  judgeCase(null, [trees], ['vi', 'Trồng rừng', 'Năm 2025 tỉnh Bắc Lâm trồng mới 1.850 ha rừng.'], {
    verdict: 'accurate',
  }),
  judgeCase(null, [trees], ['ru', 'Лес', 'В 2025 году в провинции Баклам посажено 1850 га леса.'], {
    verdict: 'accurate',
  }),
  judgeCase(
    null,
    [],
    ['vi', 'Bắt nhóm trộm', 'Công an tỉnh Bắc Lâm cho biết đã khởi tố bốn người trong đường dây trộm cắp xe máy.'],
    { verdict: 'accurate-negative' },
  ),
  judgeCase(
    null,
    [],
    [
      'en',
      'Polluted canal',
      'The environment department of Bac Lam province said water samples from the Song Trang canal exceeded limits for ammonia.',
    ],
    { verdict: 'accurate-negative' },
  ),
  judgeCase(
    null,
    [],
    [
      'fr',
      'Hôpital saturé',
      'Le service provincial de santé de Bac Lam a indiqué que l’hôpital de Doi Sim manque de lits.',
    ],
    { verdict: 'accurate-negative' },
  ),
  judgeCase(
    null,
    [],
    [
      'vi',
      'Khai mạc thư viện',
      'Sở Văn hóa tỉnh Bắc Lâm cho biết thư viện huyện Đồi Sim mở cửa phục vụ từ ngày 12/11.',
    ],
    { verdict: 'accurate' },
  ),
  judgeCase(null, [], ['ja', '図書館', 'バクラム省文化局は、ドイシム県の図書館が11月12日に開館すると発表した。'], {
    verdict: 'accurate',
  }),
  judgeCase(null, [], ['zh', '通车', '北林省交通厅宣布，富安大桥12日通车。'], { verdict: 'accurate' }),
  judgeCase(
    null,
    [],
    [
      'vi',
      'Góc nhìn: Bắc Lâm cần chậm lại',
      'Theo tôi, tỉnh Bắc Lâm đang chạy theo những công trình to mà quên những con ngõ nhỏ. Lẽ ra nên hỏi dân trước.',
    ],
    { verdict: 'opinion' },
  ),
  judgeCase(
    null,
    [],
    [
      'en',
      'Opinion: a province in a hurry',
      'I think Bac Lam province has lost its taste for patience. Its leaders should walk the old streets more often.',
    ],
    { verdict: 'opinion' },
  ),
  judgeCase(
    null,
    [],
    [
      'en',
      'Letter',
      'To my mind the new square in Bac Lam province is a dull place. It feels like a car park with flags.',
    ],
    { verdict: 'opinion' },
  ),
  judgeCase(null, [], ['ko', '칼럼', '박럼성의 개발은 너무 성급하다고 나는 생각한다. 느린 길을 택해야 한다.'], {
    verdict: 'opinion',
  }),
  judgeCase(
    null,
    [],
    ['fr', 'Tribune', 'Selon moi, la province de Bac Lam a sacrifié son charme. On aurait dû garder les vieux quais.'],
    { verdict: 'opinion' },
  ),
  judgeCase(null, [], ['ru', 'Колонка', 'На мой взгляд, провинция Баклам слишком спешит. Хотелось бы больше вкуса.'], {
    verdict: 'opinion',
  }),
  judgeCase(
    null,
    [],
    ['vi', 'Tin trên mạng', 'Một nguồn tin giấu tên nói lãnh đạo một sở ở tỉnh Bắc Lâm nhận tiền của doanh nghiệp.'],
    { verdict: 'unverifiable' },
  ),
  judgeCase(null, [], ['en', 'Sources', 'Sources say a factory in Doi Sim, Bac Lam province, buried waste at night.'], {
    verdict: 'unverifiable',
  }),
  judgeCase(null, [], ['zh', '传闻', '据传北林省一家公司拖欠工人工资。'], { verdict: 'unverifiable' }),
  judgeCase(
    null,
    [],
    ['vi', 'Ruộng khô', 'Người dân huyện Sông Trắng, tỉnh Bắc Lâm nói ruộng đã nứt nẻ từ tháng trước.'],
    { verdict: 'unverifiable' },
  ),
];
