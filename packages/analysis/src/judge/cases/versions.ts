import { type JudgeCase, judgeCase, telling } from './case.ts';

const before = (title: string, text: string) => [
  telling('vi', title, text, { id: 'domestic', publishedAt: '2026-11-09T07:00:00+07:00' }),
];
const scaffold = before(
  'Sập giàn giáo ở Đồi Sim',
  'Chiều 8/11, giàn giáo công trình nhà văn hóa ở huyện Đồi Sim, tỉnh Bắc Lâm bị sập. Công an huyện cho biết 3 công nhân bị thương, không có người chết.',
);
const boat = before(
  'Lật thuyền trên sông',
  'Sáng 8/11, một thuyền chở khách lật tại xã Phù An, tỉnh Bắc Lâm. Biên phòng cho biết 14 người được cứu, 2 người mất tích.',
);
const land = before(
  'Đối thoại với dân Phù An',
  'Ngày 8/11, UBND tỉnh Bắc Lâm đối thoại với 60 hộ dân xã Phù An về thu hồi đất. Chủ tịch UBND tỉnh cho biết chưa cưỡng chế hộ nào.',
);
const leak = before(
  'Rò rỉ khí ở Bến Gỗ',
  'Đêm 8/11, khu công nghiệp Bến Gỗ, tỉnh Bắc Lâm xảy ra rò rỉ khí amoniac. Sở Y tế cho biết 21 công nhân nhập viện, tất cả đã ổn định.',
);
const deal = before(
  'Bắc Lâm ký hợp tác',
  'Ngày 8/11, UBND tỉnh Bắc Lâm cho biết đã ký hợp tác đào tạo nghề với một trường của Hàn Quốc, kinh phí 4 triệu USD.',
);

const crane = before(
  'Cẩu đổ ở Bến Gỗ',
  'Ngày 8/11, một cần cẩu đổ tại khu công nghiệp Bến Gỗ, tỉnh Bắc Lâm. Sở Xây dựng cho biết nguyên nhân là đứt cáp, không phải do gió; toàn bộ 16 công nhân an toàn.',
);
const dike = [
  telling(
    'ja',
    'ソンチャンの堤防に亀裂',
    '11月8日、バクラム省ソンチャン県の堤防に亀裂が見つかった。当局は、原因は地盤沈下だと発表した。',
    {
      id: 'foreign',
      publishedAt: '2026-11-09T07:00:00+07:00',
    },
  ),
];

/** `differs-between-versions` and tellings that only stress other things. */
export const versionCases: readonly JudgeCase[] = [
  judgeCase(
    'differs-between-versions',
    [],
    [
      'en',
      'Deadly collapse',
      'Scaffolding at a culture house in Doi Sim district, Bac Lam province, collapsed on November 8, killing three workers.',
    ],
    { earlier: scaffold },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    ['zh', '脚手架倒塌', '11月8日，北林省桃金县文化馆脚手架倒塌，造成九名工人受伤。'],
    { earlier: scaffold },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    [
      'fr',
      'Échafaudage',
      'À Doi Sim, province de Bac Lam, un échafaudage s’est effondré le 8 novembre: cinq ouvriers sont morts.',
    ],
    { earlier: scaffold },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    [
      'en',
      'Boat sinks',
      'A passenger boat capsized at Phu An in Bac Lam province on November 8; 11 people are missing.',
    ],
    { earlier: boat },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    ['ru', 'Лодка', '8 ноября в Фуане, провинция Баклам, перевернулась лодка: 12 человек погибли.'],
    { earlier: boat },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    ['ko', '배 전복', '11월 8일 박럼성 푸안에서 여객선이 뒤집혀 9명이 실종됐다.'],
    { earlier: boat },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    ['en', 'Evictions', 'Bac Lam province has forcibly evicted households in Phu An over land.'],
    { earlier: land },
  ),
  judgeCase('differs-between-versions', [], ['zh', '强拆', '北林省当局11月8日在富安乡强制收回了600户居民的土地。'], {
    earlier: land,
  }),
  judgeCase(
    'differs-between-versions',
    [],
    ['ja', 'ガス漏れ', '11月8日夜、バクラム省ベンゴー工業団地でアンモニアが漏れ、作業員4人が死亡した。'],
    { earlier: leak },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    [
      'en',
      'Gas leak',
      'An ammonia leak at the Ben Go industrial park in Bac Lam on the night of November 8 put 210 workers in hospital.',
    ],
    { earlier: leak },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    ['ko', '박럼 협력', '박럼성은 11월 8일 한국 학교와 직업훈련 협력을 체결했으며 사업비는 4000만 달러다.'],
    { earlier: deal },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    [
      'en',
      'Training pact',
      'Bac Lam province signed a vocational training deal with a Korean school on November 8 worth 14 million dollars.',
    ],
    { earlier: deal },
  ),
  judgeCase(
    null,
    [],
    [
      'en',
      'Collapse hurts workers',
      'Three workers were injured when scaffolding collapsed in Doi Sim, Bac Lam province, on November 8.',
    ],
    { earlier: scaffold },
  ),
  judgeCase(null, [], ['zh', '又一事故', '11月9日，北林省白江县一工地起重机倒塌，两名工人死亡，警方证实。'], {
    earlier: scaffold,
  }),
  judgeCase(
    null,
    [],
    [
      'en',
      'Toll rises',
      'Police in Bac Lam said on November 10 that a third person was missing after the boat capsized at Phu An on November 8.',
    ],
    { earlier: boat },
  ),
  judgeCase(
    null,
    [],
    ['ru', 'Спасены', '8 ноября в Фуане, провинция Баклам, перевернулась лодка, 14 человек спасены, двоих ищут.'],
    { earlier: boat },
  ),
  judgeCase(
    null,
    [],
    [
      'en',
      'Meeting',
      'Villagers of Phu An in Bac Lam told officials on November 8 that they would not give up their land; no one has been evicted so far.',
    ],
    { earlier: land },
  ),
  judgeCase(
    null,
    [],
    ['en', 'Ferry crowded', 'Some 300 villagers of Phu An in Bac Lam province attended a land auction on November 8.'],
    { earlier: land },
  ),
  judgeCase(
    null,
    [],
    [
      'ja',
      '搬送',
      '8日夜、バクラム省ベンゴー工業団地のアンモニア漏れで作業員21人が病院に搬送された。住民は悪臭を訴えている。',
    ],
    { earlier: leak },
  ),
  judgeCase(
    null,
    [],
    ['en', 'Ben Go fire', 'A fire at the Ben Go industrial park in Bac Lam killed one worker in 2024.'],
    { earlier: leak },
  ),
  judgeCase(
    null,
    [],
    ['ko', '협력', '박럼성과 한국 학교의 직업훈련 협력 사업비는 400만 달러로, 학생 250명이 참여한다.'],
    { earlier: deal },
  ),
  judgeCase(
    null,
    [],
    ['en', 'Another pact', 'Bac Lam province signed a hospital deal with a Japanese fund worth 9 million dollars.'],
    { earlier: deal },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    ['fr', 'Grue', 'La grue tombée le 8 novembre à la zone de Ben Go, province de Bac Lam, l’a été à cause du vent.'],
    { earlier: crane },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    [
      'en',
      'Crane',
      'The crane collapse of November 8 at the Ben Go industrial park in Bac Lam was caused by a drunk operator.',
    ],
    { earlier: crane },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    [
      'en',
      'Missing at Ben Go',
      'Two workers are missing after a crane fell at the Ben Go industrial park in Bac Lam on November 8.',
    ],
    { earlier: crane },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    ['vi', 'Đê nứt', 'Vết nứt trên đê ở huyện Sông Trắng, tỉnh Bắc Lâm phát hiện ngày 8/11 là do nạn hút cát.'],
    { earlier: dike },
  ),
  judgeCase(
    null,
    [],
    ['ru', 'Кран', 'Кран в промзоне Бенго провинции Баклам упал 8 ноября из-за обрыва троса, сообщили власти.'],
    { earlier: crane },
  ),
  judgeCase(
    null,
    [],
    [
      'en',
      'Dike',
      'Cracks found on November 8 in the Song Trang dike in Bac Lam were caused by soft ground after rain.',
    ],
    { earlier: dike },
  ),
  judgeCase(
    null,
    [],
    ['vi', 'Một đê khác', 'Ngày 9/11, đê ở xã Phù An, tỉnh Bắc Lâm sạt do nạn hút cát, Sở Nông nghiệp cho biết.'],
    { earlier: dike },
  ),
  judgeCase(
    'differs-between-versions',
    [],
    [
      'vi',
      'Khí độc ở Bến Gỗ',
      'Sở Y tế cho biết 210 công nhân nhập viện sau vụ rò rỉ khí amoniac đêm 8/11 tại khu công nghiệp Bến Gỗ, tỉnh Bắc Lâm.',
    ],
    { earlier: leak },
  ),
  judgeCase(
    null,
    [],
    [
      'vi',
      'Thêm người nhập viện',
      'Sở Y tế cho biết 24 công nhân nhập viện sau vụ rò rỉ khí amoniac đêm 8/11 tại khu công nghiệp Bến Gỗ, tỉnh Bắc Lâm.',
    ],
    { earlier: leak },
  ),
];
