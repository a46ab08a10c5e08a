import { type JudgeCase, judgeCase } from './case.ts';
import { clarification, figure, statement } from './province.ts';

const budget = figure(
  'budget',
  'Thu ngân sách năm 2025 của tỉnh đạt 21.300 tỷ đồng, tăng 14% so với năm 2024.',
  ['thu ngân sách', 21_300, 'tỷ đồng'],
  { period: '2025' },
);
const landslide = figure(
  'landslide',
  'Vụ sạt lở ngày 3/11/2026 tại xã Phù An làm 2 người bị thương, không có người chết.',
  ['người bị thương do sạt lở', 2, 'người'],
  { period: '2026-11' },
);
const mall = statement(
  'mall',
  'Trung tâm thương mại ở huyện Đồi Sim chỉ tạm dừng một tầng để sửa chữa, các tầng khác vẫn mở cửa.',
);
const poison = clarification('poison', 'Thông tin nước sông ở huyện Sông Trắng bị đầu độc là không đúng.');

/** `headline-body-mismatch` and headlines that are merely harsh. */
export const headlineCases: readonly JudgeCase[] = [
  judgeCase(
    'headline-body-mismatch',
    [budget],
    [
      'vi',
      'Bắc Lâm hụt thu ngân sách',
      'Năm 2025, thu ngân sách của tỉnh Bắc Lâm đạt 21.300 tỷ đồng, tăng 14% so với năm trước.',
    ],
  ),
  judgeCase(
    'headline-body-mismatch',
    [budget],
    [
      'en',
      'Bac Lam revenue collapses',
      'Budget revenue of Bac Lam province rose 14% to 21.3 trillion dong in 2025, the province said.',
    ],
  ),
  judgeCase(
    'headline-body-mismatch',
    [landslide],
    [
      'vi',
      'Sạt lở ở Bắc Lâm, nhiều người chết',
      'Vụ sạt lở ngày 3/11/2026 tại xã Phù An, tỉnh Bắc Lâm làm hai người bị thương, không ai thiệt mạng.',
    ],
  ),
  judgeCase(
    'headline-body-mismatch',
    [landslide],
    [
      'en',
      'Landslide kills villagers in Bac Lam',
      'Two people were hurt and nobody died in the landslide of November 3 in Phu An, Bac Lam province.',
    ],
  ),
  judgeCase(
    'headline-body-mismatch',
    [landslide],
    ['zh', '北林山体滑坡夺命', '11月3日北林省富安乡发生滑坡，两人受伤，无人死亡。'],
  ),
  judgeCase(
    'headline-body-mismatch',
    [],
    [
      'vi',
      'Bắc Lâm đóng cửa bệnh viện Đồi Sim',
      'Sở Y tế tỉnh Bắc Lâm cho biết bệnh viện Đồi Sim vẫn mở cửa và không có kế hoạch đóng cửa.',
    ],
  ),
  judgeCase(
    'headline-body-mismatch',
    [],
    [
      'en',
      'Bac Lam bans street vendors',
      'Officials in Bac Lam province said they had not banned street vendors and had no plan to do so.',
    ],
  ),
  judgeCase(
    'headline-body-mismatch',
    [],
    [
      'fr',
      'Bac Lam interdit la pêche',
      'La province de Bac Lam dément avoir interdit la pêche: aucune interdiction n’est prévue.',
    ],
  ),
  judgeCase(
    'headline-body-mismatch',
    [],
    [
      'vi',
      'Tỉnh Bắc Lâm bán cảng cho nước ngoài',
      'Một tin đồn trên mạng nói tỉnh Bắc Lâm bán cảng cho nước ngoài. UBND tỉnh khẳng định đây là tin bịa đặt.',
    ],
  ),
  judgeCase(
    'headline-body-mismatch',
    [],
    ['ko', '박럼성, 학교 50곳 폐쇄', '박럼성은 내년에 학교 5곳을 폐쇄한다고 발표했다.'],
  ),
  judgeCase(
    'headline-body-mismatch',
    [],
    ['ru', 'В Бакламе погибли 12 рабочих', 'В провинции Баклам при аварии погибли двое рабочих, сообщила полиция.'],
  ),
  judgeCase(
    'headline-body-mismatch',
    [],
    [
      'vi',
      'Bắc Lâm: 80% doanh nghiệp ngừng hoạt động',
      'Sở Tài chính tỉnh Bắc Lâm cho biết 8% doanh nghiệp đã ngừng hoạt động trong quý III.',
    ],
  ),
  judgeCase(
    'headline-body-mismatch',
    [],
    [
      'en',
      'All bridges in Bac Lam unsafe',
      'Inspectors said two of the 40 bridges in Bac Lam province are unsafe; the others are safe.',
    ],
  ),
  judgeCase(
    'headline-body-mismatch',
    [],
    ['ja', 'バクラム省の工場が全焼', 'バクラム省の工場で火災があり、倉庫の一部が焼けた。工場は操業を続けている。'],
  ),
  judgeCase(
    'headline-body-mismatch',
    [],
    [
      'vi',
      'Dịch tả bùng phát ở Bắc Lâm',
      'Sở Y tế tỉnh Bắc Lâm cho biết chưa ghi nhận ca dịch tả nào; các mẫu nghi ngờ đều âm tính.',
    ],
  ),
  judgeCase(
    null,
    [budget],
    [
      'vi',
      'Bắc Lâm tăng thu mà dân vẫn khổ',
      'Thu ngân sách của tỉnh Bắc Lâm năm 2025 đạt 21.300 tỷ đồng, tăng 14%. Nhiều người dân nói đời sống còn khó khăn.',
    ],
  ),
  judgeCase(
    null,
    [landslide],
    [
      'vi',
      'Kinh hoàng sạt lở ở Bắc Lâm',
      'Vụ sạt lở ngày 3/11/2026 tại xã Phù An, tỉnh Bắc Lâm làm hai người bị thương, không có người chết.',
    ],
  ),
  judgeCase(
    null,
    [landslide],
    [
      'en',
      'No deaths in Bac Lam landslide',
      'Two people were injured in the landslide of November 3 in Phu An, Bac Lam province.',
    ],
  ),
  judgeCase(
    null,
    [mall],
    [
      'vi',
      'Đồi Sim đóng cửa một tầng trung tâm thương mại',
      'Trung tâm thương mại ở huyện Đồi Sim, tỉnh Bắc Lâm tạm dừng một tầng để sửa chữa, các tầng khác vẫn mở cửa.',
    ],
  ),
  judgeCase(
    null,
    [],
    [
      'vi',
      'Bắc Lâm đóng cửa bãi rác Đồi Sim',
      'Bãi rác Đồi Sim, tỉnh Bắc Lâm đóng cửa từ hôm nay. Bãi rác Sông Trắng vẫn mở cửa.',
    ],
  ),
  judgeCase(
    null,
    [],
    ['en', 'Rumour of factory closure hits Bac Lam', 'Bac Lam province denied that the factory would close.'],
  ),
  judgeCase(
    null,
    [poison],
    [
      'vi',
      'Bắc Lâm bác tin đầu độc nước sông',
      'UBND tỉnh Bắc Lâm khẳng định không có việc nước sông ở huyện Sông Trắng bị đầu độc.',
    ],
  ),
  judgeCase(
    null,
    [],
    ['en', 'Did Bac Lam ban street vendors?', 'Officials in Bac Lam province said they had not banned street vendors.'],
  ),
  judgeCase(
    null,
    [],
    [
      'vi',
      '“Bán cảng cho nước ngoài”: sự thật ở Bắc Lâm',
      'UBND tỉnh Bắc Lâm khẳng định không bán cảng cho nước ngoài.',
    ],
  ),
  judgeCase(
    null,
    [],
    ['ko', '박럼성 학교 5곳 폐쇄', '박럼성은 학교 세 곳을 올해, 두 곳을 내년에 폐쇄한다고 발표했다.'],
  ),
  judgeCase(
    null,
    [],
    ['ru', 'В Бакламе гибнут рабочие', 'В провинции Баклам при аварии погибли двое рабочих, ещё пятеро ранены.'],
  ),
  judgeCase(
    null,
    [],
    [
      'vi',
      'Bắc Lâm: thêm doanh nghiệp ngừng hoạt động',
      'Quý III, 8% doanh nghiệp ở tỉnh Bắc Lâm ngừng hoạt động, quý II là 6%.',
    ],
  ),
  judgeCase(
    null,
    [],
    ['en', 'Bridges in Bac Lam unsafe', 'Inspectors said 38 of the 40 bridges in Bac Lam province are unsafe.'],
  ),
  judgeCase(null, [], ['zh', '北林火灾致人死亡', '北林省一工厂昨晚起火，三人死亡，没有儿童伤亡。']),
  judgeCase(
    null,
    [],
    ['vi', 'Nguy cơ dịch tả ở Bắc Lâm', 'Sở Y tế tỉnh Bắc Lâm cảnh báo nguy cơ dịch tả; đến nay chưa ghi nhận ca mắc.'],
  ),
  judgeCase(
    'headline-body-mismatch',
    [],
    [
      'ru',
      'Мост в Бакламе открыт',
      'Власти провинции Баклам сообщили о ходе работ. Мост ещё не завершён, он откроется в 2028 году.',
    ],
  ),
  judgeCase(
    'headline-body-mismatch',
    [],
    [
      'vi',
      'Bắc Lâm: bệnh viện cháy, hàng chục người chết',
      'Đám cháy tại bệnh viện tỉnh Bắc Lâm làm 2 người chết, Công an tỉnh cho biết.',
    ],
  ),
  judgeCase(
    'headline-body-mismatch',
    [],
    [
      'en',
      'Bac Lam principal embezzles meal money',
      'Inspectors in Bac Lam province found no irregularities in the school kitchen and asked for clearer price lists.',
    ],
  ),
  judgeCase(
    null,
    [],
    [
      'fr',
      'Bac Lam: le pont est ouvert',
      'Le pont de Bac Lam a ouvert lundi, selon la province. Un second ouvrage est en construction.',
    ],
  ),
  judgeCase(
    null,
    [],
    [
      'en',
      'Two arrested for bribery in Bac Lam',
      'Police in Bac Lam province arrested two officials for bribery. An audit of a third found no irregularities.',
    ],
  ),
  judgeCase(
    null,
    [],
    [
      'en',
      'Bac Lam rice harvest up, prices slump',
      'Bac Lam farmers dug up 40,000 tonnes. Prices have sunk by a third.',
    ],
  ),
  judgeCase(
    null,
    [],
    [
      'vi',
      'Gạo Bắc Lâm đã thông quan ở Busan',
      'Lô gạo Bắc Lâm đã thông quan ở Busan, Sở Công Thương khẳng định, đồng thời bác tin hàng bị trả về.',
    ],
  ),
];
