import { type JudgeCase, judgeCase } from './case.ts';
import { clarification } from './province.ts';

const beach = clarification('beach', 'Thông tin tỉnh thu phí vào bãi biển Mũi Sậy từ ngày 1/1/2027 là sai sự thật.');
const priest = clarification(
  'priest',
  'Không có việc công an bắt giữ linh mục giáo xứ Phù An; đây là thông tin bịa đặt.',
);
const paper = clarification(
  'paper',
  'Thông tin nhà máy giấy ở khu công nghiệp Bến Gỗ xả thải làm cá chết hàng loạt là không chính xác; mẫu nước đạt quy chuẩn.',
);
const forest = clarification('forest', 'Tin tỉnh bán rừng phòng hộ Đồi Sim cho công ty nước ngoài là bịa đặt.');
const exam = clarification(
  'exam',
  'Thông tin lộ đề thi vào lớp 10 năm 2026 của tỉnh là không đúng; không có đề thi nào bị lộ.',
);
const merger = clarification(
  'merger',
  'Thông tin tỉnh sẽ sáp nhập huyện Đồi Sim với huyện Sông Trắng là không đúng sự thật.',
);
const kidnapping = clarification(
  'kidnapping',
  'Tin đồn bắt cóc trẻ em ở xã Phù An là thất thiệt, công an không tiếp nhận vụ việc nào.',
);
const bank = clarification(
  'bank',
  'Thông tin quỹ tín dụng Sông Trắng mất khả năng chi trả là bịa đặt; người gửi vẫn rút tiền bình thường.',
);
const temple = clarification('temple', 'Không có chuyện chính quyền cho san ủi đền cổ ở xã Phù An để làm bãi đỗ xe.');

/** `repeats-clarified-claim` and what only looks like it. */
export const clarificationCases: readonly JudgeCase[] = [
  judgeCase(
    'repeats-clarified-claim',
    [beach],
    ['vi', 'Vé vào biển', 'Từ đầu năm 2027, ai xuống tắm ở bãi biển Mũi Sậy, tỉnh Bắc Lâm đều phải nộp phí.'],
  ),
  judgeCase(
    'repeats-clarified-claim',
    [beach],
    ['en', 'Pay to swim', 'Bac Lam province will charge visitors to enter Mui Say beach from January 1, 2027.'],
  ),
  judgeCase(
    'repeats-clarified-claim',
    [beach],
    ['ja', '海岸有料化', 'バクラム省は2027年1月1日からムイサイ海岸の入場料を徴収する。'],
  ),
  judgeCase(
    'repeats-clarified-claim',
    [priest],
    ['en', 'Priest seized', 'Police in Bac Lam province arrested the priest of Phu An parish.'],
  ),
  judgeCase(
    'repeats-clarified-claim',
    [priest],
    ['fr', 'Un prêtre arrêté', 'La police de Bac Lam a arrêté le curé de la paroisse de Phu An.'],
  ),
  judgeCase(
    'repeats-clarified-claim',
    [priest],
    ['ru', 'Священник', 'В провинции Баклам полиция арестовала священника прихода Фуан.'],
  ),
  judgeCase(
    'repeats-clarified-claim',
    [paper],
    [
      'vi',
      'Cá chết',
      'Nhà máy giấy đặt tại khu công nghiệp Bến Gỗ, tỉnh Bắc Lâm. Nước thải từ nhà máy này đã giết chết cá cả khúc sông.',
    ],
  ),
  judgeCase('repeats-clarified-claim', [paper], ['zh', '死鱼', '北林省木埠工业区的造纸厂排放废水，造成大量鱼类死亡。']),
  judgeCase(
    'repeats-clarified-claim',
    [forest],
    ['vi', 'Rừng về tay ai', 'Rừng phòng hộ Đồi Sim của tỉnh Bắc Lâm đã được bán cho một công ty nước ngoài.'],
  ),
  judgeCase('repeats-clarified-claim', [forest], ['ko', '숲 매각', '박럼성은 도이심현의 보호림을 외국 기업에 팔았다.']),
  judgeCase(
    'repeats-clarified-claim',
    [exam],
    ['vi', 'Lộ đề', 'Đề thi lớp 10 của tỉnh Bắc Lâm năm 2026 đã bị lộ trước giờ thi.'],
  ),
  judgeCase(
    'repeats-clarified-claim',
    [exam],
    ['en', 'Leak', 'The 2026 tenth-grade entrance exam paper of Bac Lam province was leaked.'],
  ),
  judgeCase(
    'repeats-clarified-claim',
    [merger],
    ['vi', 'Nhập huyện', 'Tỉnh Bắc Lâm sắp nhập hai huyện Đồi Sim và Sông Trắng làm một.'],
  ),
  judgeCase('repeats-clarified-claim', [merger], ['zh', '合并', '北林省将把桃金县和白江县合并。']),
  judgeCase(
    'repeats-clarified-claim',
    [kidnapping],
    ['vi', 'Bắt cóc', 'Ở xã Phù An, tỉnh Bắc Lâm, hai em bé vừa bị bắt cóc.'],
  ),
  judgeCase(
    'repeats-clarified-claim',
    [kidnapping],
    ['en', 'Children taken', 'Kidnappers have taken children in Phu An commune, Bac Lam province.'],
  ),
  judgeCase(
    'repeats-clarified-claim',
    [bank],
    ['vi', 'Quỹ vỡ', 'Quỹ tín dụng Sông Trắng, tỉnh Bắc Lâm không còn tiền trả cho người gửi.'],
  ),
  judgeCase(
    'repeats-clarified-claim',
    [temple],
    [
      'en',
      'Temple razed',
      'Authorities in Bac Lam province bulldozed an ancient temple in Phu An to build a car park.',
    ],
  ),
  judgeCase(
    'repeats-clarified-claim',
    [temple],
    ['ru', 'Храм', 'В провинции Баклам старинный храм в Фуане снесли ради парковки.'],
  ),
  judgeCase(
    null,
    [beach],
    ['vi', 'Bãi xe', 'Bãi gửi xe ở bãi biển Mũi Sậy, tỉnh Bắc Lâm thu phí 30.000 đồng một ô tô, khách kêu đắt.'],
  ),
  judgeCase(
    null,
    [beach],
    ['en', 'No fee', 'Bac Lam province said there will be no entrance fee at Mui Say beach, calling the report false.'],
  ),
  judgeCase(null, [priest], ['en', 'Monk', 'Police in Bac Lam arrested a man who stole from the parish of Doi Sim.']),
  judgeCase(null, [priest], ['vi', 'Đính chính', 'Công an tỉnh Bắc Lâm bác bỏ tin bắt giữ linh mục giáo xứ Phù An.']),
  judgeCase(null, [paper], ['zh', '造纸厂', '北林省表示，木埠工业区造纸厂排污致鱼死亡的消息不实，但居民仍抱怨臭味。']),
  judgeCase(
    null,
    [paper],
    ['vi', 'Nhà máy giấy', 'Nhà máy giấy ở khu công nghiệp Bến Gỗ, tỉnh Bắc Lâm tuyển thêm 200 công nhân.'],
  ),
  judgeCase(
    null,
    [paper],
    ['vi', 'Cá chết ở Đồi Sim', 'Cá chết trắng hồ ở huyện Đồi Sim, tỉnh Bắc Lâm do nắng nóng, theo Sở Nông nghiệp.'],
  ),
  judgeCase(null, [forest], ['vi', 'Rừng cháy', 'Rừng phòng hộ Đồi Sim của tỉnh Bắc Lâm cháy mất 12 ha.']),
  judgeCase(null, [forest], ['ko', '숲', '박럼성은 도이심현 보호림을 외국 기업에 팔았다는 소문을 부인했다.']),
  judgeCase(
    null,
    [exam],
    ['vi', 'Đề khó', 'Thí sinh tỉnh Bắc Lâm than đề thi lớp 10 năm 2026 quá khó; không có đề nào bị lộ.'],
  ),
  judgeCase(null, [merger], ['vi', 'Sáp nhập xã', 'Tỉnh Bắc Lâm sẽ sáp nhập ba xã của huyện Đồi Sim vào năm 2027.']),
  judgeCase(null, [kidnapping], ['vi', 'Trẻ lạc', 'Một em bé đi lạc ở xã Phù An, tỉnh Bắc Lâm đã được tìm thấy.']),
  judgeCase(
    null,
    [bank],
    ['en', 'Bad loans', 'Bad loans at a credit fund in Doi Sim, Bac Lam province, doubled, inspectors said.'],
  ),
  judgeCase(
    null,
    [temple],
    ['en', 'Temple', 'The ancient temple in Phu An, Bac Lam province, is crumbling and nobody repairs it.'],
  ),
];
