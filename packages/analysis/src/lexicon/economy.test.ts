import { describe, expect, it } from 'vitest';
import { findNotions } from './concepts.ts';

/** What a Vietnamese sentence and its telling in another language must both be seen to speak of. */
const TOLD_ALIKE: readonly (readonly [vi: string, language: string, told: string, ids: readonly string[]])[] = [
  [
    'Vụ đông xuân, diện tích lúa gieo cấy giảm 3%.',
    'en',
    'Less rice was sown in the winter-spring season.',
    ['rice-crop-winter-spring', 'rice', 'sowing'],
  ],
  ['Nông dân được mùa nhãn lồng.', 'zh', '龙眼大丰收，农民却发愁。', ['longan', 'crop-good', 'fruit']],
  ['Rầy nâu và sâu bệnh gây hại trên lúa.', 'ja', '稲にウンカなど害虫の被害が広がった。', ['pest', 'rice']],
  [
    'Bệnh lở mồm long móng xuất hiện ở đàn trâu bò.',
    'ko',
    '소고기 농가에서 구제역이 발생했다.',
    ['foot-and-mouth', 'cattle'],
  ],
  [
    'Tàu đánh bắt xa bờ về cảng cá.',
    'fr',
    'Les bateaux rentrent au port de pêche après la pêche en mer.',
    ['fishing-port', 'fishing'],
  ],
  ['Kiểm lâm phát hiện gỗ lậu.', 'ru', 'Лесники нашли незаконную древесину.', ['ranger', 'timber']],
  ['Tỉnh bán tín chỉ carbon.', 'en', 'The province sold carbon credits.', ['carbon-credit', 'emission']],
  ['Trạm biến áp và đường dây 220kV bị quá tải.', 'zh', '变电站和输电线超负荷。', ['power-line', 'electricity']],
  ['Giá điện cho sản xuất tăng.', 'ja', '産業向け電気料金が上がった。', ['electricity-price']],
  [
    'Nhà máy nhiệt điện than dừng một tổ máy.',
    'ru',
    'На угольной электростанции остановили энергоблок.',
    ['thermal-power', 'power-plant'],
  ],
  [
    'Cảng nước sâu đón tàu container.',
    'ko',
    '심수항에 컨테이너선이 입항했다.',
    ['deep-sea-port', 'port', 'shipping-line', 'vessel'],
  ],
  [
    'Doanh nghiệp thành lập mới tăng 12%.',
    'fr',
    "Le nombre d'entreprises nouvellement créées a augmenté de 12 %.",
    ['new-enterprise', 'enterprise'],
  ],
  ['Tỉnh xuất siêu 2 tỷ USD.', 'en', 'The province ran a trade surplus of 2 billion dollars.', ['trade-surplus']],
  ['Nợ xấu của ngân hàng lên 4%.', 'zh', '银行不良贷款率升至4%。', ['bad-debt', 'bank', 'debt']],
  ['Năng suất lao động bình quân tăng.', 'ja', '労働生産性は上がった。', ['labour-productivity']],
  ['Công suất phòng khách sạn đạt 65%.', 'ru', 'Загрузка гостиниц составила 65%.', ['occupancy-rate', 'hotel']],
  [
    'Lũ quét sau áp thấp nhiệt đới.',
    'en',
    'A flash flood followed the tropical depression.',
    ['flash-flood', 'flood', 'tropical-depression', 'storm'],
  ],
  [
    'Nước thải chưa qua xử lý chảy ra sông.',
    'fr',
    'Des eaux usées se jettent dans le fleuve.',
    ['wastewater', 'pollution', 'river'],
  ],
  [
    'Bãi rác bốc khói bụi và xả khí thải.',
    'ko',
    '쓰레기 매립장에서 배기가스가 나왔다.',
    ['landfill', 'waste', 'exhaust-gas'],
  ],
  ['San hô và rùa biển được bảo vệ.', 'zh', '珊瑚和海龟得到保护。', ['coral', 'sea-animal']],
  [
    'Khai thác cát trái phép trên sông.',
    'ru',
    'На реке шла незаконная добыча песка.',
    ['sand-mining', 'mine', 'river'],
  ],
  ['Khu thương mại tự do được đề xuất.', 'ja', '自由貿易区の設置が提案された。', ['free-trade-zone']],
];

/** Words that look like a notion of this field and are not. */
const LOOK_ALIKES: readonly (readonly [language: string, text: string, id: string])[] = [
  ['vi', 'Ông Ngô Văn A cam kết sửa các ổ gà trên đường.', 'maize'],
  ['vi', 'Ông Ngô Văn A cam kết sửa các ổ gà trên đường.', 'citrus'],
  ['vi', 'Ông Ngô Văn A cam kết sửa các ổ gà trên đường.', 'poultry'],
  ['vi', 'Nhà máy ở Bảo Lâm sản xuất 745.000 tấn.', 'timber'],
  ['vi', 'Chỉ số hữu cơ trong hồ vượt ngưỡng.', 'organic-farming'],
  ['vi', 'Hai mẹ con đi mít tinh ở Bến Tre.', 'jackfruit'],
  ['vi', 'Hai mẹ con đi mít tinh ở Bến Tre.', 'bamboo'],
  ['en', 'Shares a border and bears the smell of a pilot project.', 'stock-market'],
  ['en', 'Shares a border and bears the smell of a pilot project.', 'small-enterprise'],
  ['en', 'Shares a border and bears the smell of a pilot project.', 'airline'],
  ['zh', '边民互市区新开两条通道。', 'urban'],
  ['ja', 'ガイドラインに沿ってスパイ容疑を調べた。', 'tour-operator'],
  ['ja', 'ガイドラインに沿ってスパイ容疑を調べた。', 'hot-spring'],
  ['ko', '사용과 내용과 비용을 자연어로 밝혔다.', 'dragon-fruit'],
  ['ko', '사용과 내용과 비용을 자연어로 밝혔다.', 'sturgeon'],
  ['fr', 'Mais le projet pilote marque un tournant.', 'maize'],
  ['ru', 'Швейцария внесла вклад и признала вину.', 'deposit'],
  ['ru', 'Швейцария внесла вклад и признала вину.', 'textile'],
];

const idsIn = (text: string, language: string) => findNotions(text, language).map(({ id }) => id);

describe('notions of the economy', () => {
  it.each(TOLD_ALIKE)('%s (%s) %s', (vi, language, told, ids) => {
    expect(idsIn(vi, 'vi')).toEqual(expect.arrayContaining([...ids]));
    expect(idsIn(told, language)).toEqual(expect.arrayContaining([...ids]));
  });

  it.each(LOOK_ALIKES)('%s: %s is not of %s', (language, text, id) => {
    expect(idsIn(text, language)).not.toContain(id);
  });
});
