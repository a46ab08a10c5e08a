import { describe, expect, it } from 'vitest';
import society from '../../data/lexicon/society.json' with { type: 'json' };
import { findNotions } from './concepts.ts';

const OWN = new Set(society.map(({ id }) => id));
const notionsIn = (text: string, language: string): string[] => findNotions(text, language).map(({ id }) => id);
const ownIn = (text: string, language: string): string[] => notionsIn(text, language).filter((id) => OWN.has(id));

/** A Vietnamese sentence, its telling in another language, and the notions of this file that both must carry. */
const SAME: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'Tỉnh vận hành chính quyền địa phương hai cấp từ ngày 1/7.',
    'en',
    'The province has run a two-tier local government since 1 July.',
    ['two-tier-government'],
  ],
  [
    'Đại sứ quán đề nghị miễn thị thực cho khách đi tàu.',
    'zh',
    '大使馆建议对邮轮旅客实行免签。',
    ['ambassador', 'visa-exemption'],
  ],
  ['Lao động nước ngoài phải có giấy phép lao động.', 'ko', '외국인은 노동허가를 받아야 한다.', ['work-permit']],
  [
    'Người Thượng không bị ép bỏ đạo, sinh hoạt tôn giáo bình thường.',
    'fr',
    'Les Montagnards auraient été contraints de renoncer à leur foi.',
    ['montagnard', 'religious-repression'],
  ],
  [
    'Tuổi thọ trung bình của tỉnh là 75,2 năm.',
    'ru',
    'Ожидаемая продолжительность жизни 75,2 года.',
    ['life-expectancy'],
  ],
  [
    'Tỷ số giới tính khi sinh là 111 bé trai trên 100 bé gái.',
    'ja',
    '出生性比は女児100人に対し男児111人だった。',
    ['sex-ratio'],
  ],
  [
    'Bệnh bạch hầu xuất hiện tại một trường nội trú.',
    'en',
    'Diphtheria was found at a boarding school.',
    ['diphtheria', 'boarding-school'],
  ],
  [
    'Bệnh viện đa khoa tỉnh thiếu thuốc kháng sinh.',
    'zh',
    '省综合医院缺少抗生素。',
    ['hospital-general', 'medicine-drug'],
  ],
  [
    'Học phí mầm non được miễn từ năm học mới.',
    'ko',
    '유치원 학비 면제는 새 학기부터다.',
    ['preschool', 'school-year'],
  ],
  [
    'Trẻ mồ côi và người khuyết tật nhận trợ cấp.',
    'fr',
    'Les orphelins et les personnes handicapées reçoivent une allocation.',
    ['orphan', 'disabled'],
  ],
  [
    'Bộ đội biên phòng và cảnh sát biển tuần tra.',
    'ru',
    'Пограничники и береговая охрана патрулируют море.',
    ['border-guard', 'coast-guard'],
  ],
  [
    'Quần thể là di sản thế giới; bảo tàng mở cửa.',
    'ja',
    '一帯は世界遺産で、博物館も開いている。',
    ['intangible-heritage', 'museum'],
  ],
  [
    'Lái xe vi phạm nồng độ cồn, mô tô bị tạm giữ.',
    'en',
    'The driver failed a breathalyser test and the motorcycle was impounded.',
    ['speeding-driver', 'drunk-driving', 'motorbike'],
  ],
  [
    'Nhà hoạt động nhân quyền bị cho là tù nhân lương tâm.',
    'zh',
    '该活动人士被称为良心犯。',
    ['activist', 'political-prisoner'],
  ],
  [
    'Đường dây nóng của tỉnh nhận phản ánh về vỉa hè.',
    'fr',
    'Un numéro vert reçoit les plaintes sur les trottoirs.',
    ['hotline', 'sidewalk-order'],
  ],
  ['Tòa phúc thẩm xử lại bị cáo.', 'ko', '항소심 재판부가 피고인을 다시 심리했다.', ['appeal-court', 'defendant']],
  [
    'Viện trợ ODA và tổ chức phi chính phủ nước ngoài giảm.',
    'ru',
    'Сократились официальная помощь развитию и иностранные НПО.',
    ['oda', 'ngo-licence'],
  ],
  ['Ngân hàng máu thiếu máu, tỉnh kêu gọi hiến máu.', 'ja', '県は献血を呼びかけている。', ['blood-donation']],
];

/** Words that look like a notion of this file, or of which a part looks like any notion, and mean something else. */
const LOOK_ALIKE: readonly (readonly [string, string, string])[] = [
  ['vi', 'Hợp tác xã hội họp về kinh tế - xã hội.', 'commune-level'],
  ['vi', 'Sở yêu cầu các đơn vị báo cáo nhu cầu.', 'bridge'],
  ['vi', 'Hồ sơ được nộp trong ngày.', 'lake'],
  ['vi', 'Thị trường và môi trường đều ổn định trong trường hợp này.', 'school'],
  ['vi', 'Các biện pháp được áp dụng theo pháp luật.', 'france'],
  ['vi', 'Hoạt động vận động tại địa phương.', 'cave'],
  ['zh', '香港旅客增多。', 'port'],
  ['zh', '经济水平不同。', 'water'],
  ['zh', '部门正在核实。', 'nuclear'],
  ['ja', '学力テストのコストが問題になった。', 'strike'],
  ['ko', '참가비와 비용을 준비했다.', 'rain'],
  ['ru', 'Центральный вокзал находится в местном районе.', 'price'],
  ['ru', 'Судья огласил решение.', 'vessel'],
  ['fr', 'Au cours de la visite, la ferme a accueilli du monde.', 'teach'],
  ['en', 'The mayor spoke as well as the director.', 'drinking-well'],
  ['en', 'Residents claimed that nobody was told.', 'death'],
  ['en', 'Thai Binh grows three square kilometres a year.', 'thailand'],
  ['vi', 'Ai cũng được chăm sóc tại Lào Cai.', 'laos'],
  ['vi', 'Ai cũng được chăm sóc tại Lào Cai.', 'cham'],
  ['ru', 'Статус города обсудили на консультациях.', 'consulate'],
  ['ru', 'Статус города обсудили на консультациях.', 'statue-memorial'],
  ['ru', 'Дипломаты получили лицензии.', 'degree-diploma'],
  ['fr', 'À ce stade, le secteur reste stable.', 'new-religion'],
  ['ko', '여성비율이 남아 있다.', 'sex-ratio'],
  ['zh', '广西壮族自治区的货物', 'separatism'],
];

describe('notions of society', () => {
  it.each(SAME)('%s (%s)', (vietnamese, language, told, ids) => {
    expect(ownIn(vietnamese, 'vi')).toEqual(expect.arrayContaining([...ids]));
    expect(ownIn(told, language)).toEqual(expect.arrayContaining([...ids]));
  });

  it.each(LOOK_ALIKE)('%s: %s is not about %s', (language, text, id) => {
    expect(notionsIn(text, language)).not.toContain(id);
  });

  it('names what a narrower notion always means beside it', () => {
    expect(notionsIn('Bệnh viện đa khoa tỉnh', 'vi')).toEqual(expect.arrayContaining(['hospital-general', 'hospital']));
    expect(notionsIn('岱族居民', 'zh')).toEqual(expect.arrayContaining(['tay-nung', 'ethnic']));
  });
});
