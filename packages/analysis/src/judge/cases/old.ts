import { type JudgeCase, judgeCase } from './case.ts';
import { figure } from './province.ts';

const storm = figure(
  'storm',
  'Bão số 3 ngày 7/9/2024 làm 5 người chết và tốc mái 2.340 căn nhà tại tỉnh.',
  ['nhà tốc mái do bão', 2340, 'căn nhà'],
  { period: '2024-09' },
);
const blaze = figure(
  'blaze',
  'Vụ cháy xưởng gỗ tại xã Phù An ngày 19/5/2023 làm 4 công nhân tử vong, thiệt hại 12 tỷ đồng.',
  ['người chết do cháy xưởng gỗ', 4, 'người'],
  { period: '2023-05' },
);
const poisoning = figure(
  'poisoning',
  'Ngày 11/4/2022, 87 học sinh ở huyện Đồi Sim bị ngộ độc sau bữa ăn trưa.',
  ['học sinh bị ngộ độc', 87, 'học sinh'],
  { period: '2022-04' },
);
const spill = figure(
  'spill',
  'Sự cố tràn dầu ngày 2/3/2021 tại bãi biển Mũi Sậy làm ô nhiễm 6 km bờ biển.',
  ['bờ biển bị ô nhiễm do tràn dầu', 6, 'km'],
  { period: '2021-03' },
);

/** `old-as-new` and old things told as old. */
export const oldCases: readonly JudgeCase[] = [
  judgeCase(
    'old-as-new',
    [storm],
    ['vi', 'Bão tàn phá Bắc Lâm', 'Đêm qua bão đổ bộ tỉnh Bắc Lâm làm 5 người chết, 2.340 căn nhà tốc mái.'],
  ),
  judgeCase(
    'old-as-new',
    [storm],
    [
      'en',
      'Storm',
      'A storm that hit Bac Lam province last night killed five people and tore the roofs off 2,340 houses.',
    ],
  ),
  judgeCase('old-as-new', [storm], ['ja', '台風', 'きのうの台風でバクラム省では5人が死亡、2340棟の屋根が飛ばされた。']),
  judgeCase(
    'old-as-new',
    [blaze],
    ['vi', 'Cháy xưởng gỗ', 'Sáng nay, xưởng gỗ ở xã Phù An, tỉnh Bắc Lâm cháy lớn, 4 công nhân tử vong.'],
  ),
  judgeCase('old-as-new', [blaze], ['zh', '木工厂大火', '昨晚北林省富安乡一家木材厂起火，四名工人死亡。']),
  judgeCase(
    'old-as-new',
    [blaze],
    ['fr', 'Incendie', 'Hier, quatre ouvriers sont morts dans l’incendie d’une scierie à Phu An, province de Bac Lam.'],
  ),
  judgeCase(
    'old-as-new',
    [poisoning],
    [
      'en',
      'Pupils fall ill',
      'This week 87 pupils in Doi Sim district, Bac Lam province, suffered food poisoning after lunch.',
    ],
  ),
  judgeCase(
    'old-as-new',
    [poisoning],
    ['ko', '식중독', '이번 주 박럼성 도이심현에서 학생 87명이 점심 식사 후 식중독에 걸렸다.'],
  ),
  judgeCase(
    'old-as-new',
    [poisoning],
    ['vi', 'Ngộ độc tập thể', 'Trưa nay, 87 học sinh ở huyện Đồi Sim, tỉnh Bắc Lâm nhập viện sau bữa ăn.'],
  ),
  judgeCase(
    'old-as-new',
    [spill],
    ['ru', 'Разлив', 'Вчера у Муйсая в провинции Баклам разлилась нефть, загрязнено 6 км берега.'],
  ),
  judgeCase(
    'old-as-new',
    [spill],
    ['en', 'Oil on the sand', 'Mui Say beach, Bac Lam province. Oil fouled six kilometres of coast this morning.'],
  ),
  judgeCase(
    null,
    [storm],
    [
      'vi',
      'Hai năm sau bão',
      'Bão số 3 năm 2024 làm 5 người chết, 2.340 căn nhà tốc mái ở tỉnh Bắc Lâm; nhiều hộ nay vẫn chưa sửa xong.',
    ],
  ),
  judgeCase(
    null,
    [storm],
    ['en', 'New storm', 'A storm that hit Bac Lam province last night tore the roofs off 310 houses, officials said.'],
  ),
  judgeCase(
    null,
    [blaze],
    ['vi', 'Lại cháy', 'Sáng nay, một xưởng gỗ ở xã Phù An, tỉnh Bắc Lâm cháy, không có thiệt hại về người.'],
  ),
  judgeCase(
    null,
    [blaze],
    [
      'fr',
      'Procès',
      'Le procès de l’incendie de 2023 à Phu An, province de Bac Lam, qui a tué quatre ouvriers, s’ouvre aujourd’hui.',
    ],
  ),
  judgeCase(null, [blaze], ['zh', '昨晚火灾', '昨晚北林省桃金县一家商店起火，四人死亡。']),
  judgeCase(
    null,
    [poisoning],
    [
      'en',
      'Canteen',
      'This week parents in Doi Sim, Bac Lam province, recalled the poisoning of 87 pupils four years ago.',
    ],
  ),
  judgeCase(
    null,
    [poisoning],
    ['ko', '식중독 의심', '이번 주 박럼성 도이심현에서 학생 15명이 식중독 의심 증세를 보였다.'],
  ),
  judgeCase(
    null,
    [spill],
    ['vi', 'Tràn dầu', 'Năm năm trước, tràn dầu làm ô nhiễm 6 km bờ biển Mũi Sậy, tỉnh Bắc Lâm.'],
  ),
  judgeCase(
    null,
    [spill],
    ['ru', 'Пляж', 'Сегодня на пляже Муйсай в провинции Баклам волонтёры убрали 6 тонн мусора.'],
  ),
  judgeCase(
    'old-as-new',
    [blaze],
    [
      'fr',
      'Incendie',
      'Lundi soir, un atelier de bois a brûlé à Phu An, province de Bac Lam : quatre ouvriers sont morts.',
    ],
  ),
  judgeCase(
    'old-as-new',
    [spill],
    ['en', 'Oil on the beach', 'An oil spill fouled 6 km of Mui Say beach in Bac Lam province on November 8.'],
  ),
  judgeCase(
    null,
    [blaze],
    ['en', 'Bus crash', 'A bus left the road at Ben Go in Bac Lam province on Sunday; four people died.'],
  ),
];
