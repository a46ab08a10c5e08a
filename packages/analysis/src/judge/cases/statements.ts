import { type JudgeCase, judgeCase } from './case.ts';
import { statement } from './province.ts';

const ferry = statement('ferry', 'Bến phà Phù An vẫn hoạt động bình thường, không dừng chuyến đêm.');
const sand = statement(
  'sand',
  'UBND tỉnh không cấp phép khai thác cát tại huyện Sông Trắng; đề xuất của doanh nghiệp đã bị từ chối.',
);
const wind = statement('wind', 'Dự án điện gió Mũi Sậy do doanh nghiệp trong nước đầu tư, không có vốn nước ngoài.');
const flu = statement(
  'flu',
  'Ngành y tế không ghi nhận ca cúm gia cầm nào ở người tại huyện Sông Trắng trong năm 2026.',
);
const moving = statement(
  'moving',
  'Toàn bộ 120 hộ dân phải di dời ở xã Phù An đã nhận tiền bồi thường; việc di dời là tự nguyện.',
);
const fire = statement(
  'fire',
  'Nguyên nhân vụ cháy chợ Phù An ngày 2/10/2026 là chập điện; không có dấu hiệu phóng hỏa.',
);
const schools = statement('schools', 'Từ ngày 20/9/2026, tất cả 26 trường học ở huyện Đồi Sim đã mở cửa trở lại.');
const dam = statement('dam', 'Đập hồ chứa nước Đồi Sim vận hành an toàn, không có vết nứt.');
const festival = statement(
  'festival',
  'Lễ hội đua thuyền Sông Trắng năm 2026 vẫn được tổ chức vào ngày 15/12 như kế hoạch.',
);
const hospital = statement(
  'hospital',
  'Bệnh viện huyện Đồi Sim có đủ thuốc điều trị, không yêu cầu người bệnh mua thuốc ngoài.',
);
const journalist = statement(
  'journalist',
  'Không có phóng viên nước ngoài nào bị tạm giữ tại tỉnh trong tháng 10/2026.',
);
const pipeline = statement(
  'pipeline',
  'Sự cố mất nước ở khu công nghiệp Bến Gỗ do vỡ đường ống, không phải do nhiễm độc nguồn nước.',
);

/** `contradicts-statement` and what only looks like it. */
export const statementCases: readonly JudgeCase[] = [
  judgeCase(
    'contradicts-statement',
    [ferry],
    ['vi', 'Phà Phù An', 'Xã Phù An, tỉnh Bắc Lâm. Từ đầu tháng, bến phà ở đây đã dừng hoạt động.'],
  ),
  judgeCase(
    'contradicts-statement',
    [ferry],
    ['en', 'Ferry gone', 'The ferry at Phu An in Bac Lam province has been suspended, stranding villagers.'],
  ),
  judgeCase('contradicts-statement', [ferry], ['zh', '渡口关闭', '北林省富安乡的渡口已经停运。']),
  judgeCase(
    'contradicts-statement',
    [sand],
    ['vi', 'Cát Sông Trắng', 'Tỉnh Bắc Lâm đã đồng ý cho doanh nghiệp khai thác cát ở huyện Sông Trắng.'],
  ),
  judgeCase(
    'contradicts-statement',
    [sand],
    [
      'en',
      'Green light for dredgers',
      'Bac Lam province has granted a company a licence to mine sand in Song Trang district.',
    ],
  ),
  judgeCase(
    'contradicts-statement',
    [sand],
    ['ru', 'Песок', 'Власти провинции Баклам выдали компании лицензию на добычу песка в уезде Шончанг.'],
  ),
  judgeCase(
    'contradicts-statement',
    [wind],
    ['vi', 'Điện gió', 'Dự án điện gió Mũi Sậy ở tỉnh Bắc Lâm do một tập đoàn nước ngoài bỏ vốn.'],
  ),
  judgeCase(
    'contradicts-statement',
    [wind],
    ['en', 'Foreign money', 'The Mui Say wind farm in Bac Lam is financed entirely with foreign capital.'],
  ),
  judgeCase(
    'contradicts-statement',
    [flu],
    [
      'en',
      'Bird flu in humans',
      'An outbreak of bird flu has infected farmers in Song Trang district of Bac Lam province.',
    ],
  ),
  judgeCase(
    'contradicts-statement',
    [flu],
    ['ja', '鳥インフルエンザ', 'バクラム省ソンチャン県で鳥インフルエンザの人への感染が広がっている。'],
  ),
  judgeCase(
    'contradicts-statement',
    [flu],
    ['vi', 'Ổ dịch', 'Dịch bệnh đang lan ở tỉnh Bắc Lâm. Huyện Sông Trắng đã có ba người mắc cúm gia cầm.'],
  ),
  judgeCase(
    'contradicts-statement',
    [moving],
    ['vi', 'Dân mất đất', 'Dân xã Phù An, tỉnh Bắc Lâm bị cưỡng ép di dời mà chưa ai nhận được tiền bồi thường.'],
  ),
  judgeCase(
    'contradicts-statement',
    [moving],
    [
      'fr',
      'Expulsés',
      'À Phu An, province de Bac Lam, les familles déplacées de force n’ont reçu aucune indemnisation.',
    ],
  ),
  judgeCase(
    'contradicts-statement',
    [fire],
    ['vi', 'Cháy chợ', 'Chợ Phù An ở tỉnh Bắc Lâm bị cháy hôm 2/10/2026 do kẻ xấu phóng hỏa.'],
  ),
  judgeCase(
    'contradicts-statement',
    [fire],
    ['en', 'Arson', 'The blaze at Phu An market in Bac Lam province on October 2 was started by arsonists.'],
  ),
  judgeCase(
    'contradicts-statement',
    [schools],
    ['vi', 'Trường vẫn đóng', 'Đến nay các trường học ở huyện Đồi Sim, tỉnh Bắc Lâm vẫn đóng cửa.'],
  ),
  judgeCase('contradicts-statement', [schools], ['ko', '휴교', '박럼성 도이심현의 학교들은 아직도 문을 닫은 상태다.']),
  judgeCase('contradicts-statement', [dam], ['vi', 'Đập nứt', 'Đập Đồi Sim ở tỉnh Bắc Lâm đã nứt nhiều chỗ.']),
  judgeCase(
    'contradicts-statement',
    [dam],
    ['fr', 'Barrage', 'Le barrage de Doi Sim, province de Bac Lam, est fissuré.'],
  ),
  judgeCase(
    'contradicts-statement',
    [festival],
    ['en', 'No race this year', 'The Song Trang boat race festival in Bac Lam province has been cancelled.'],
  ),
  judgeCase(
    'contradicts-statement',
    [hospital],
    ['vi', 'Hết thuốc', 'Bệnh viện huyện Đồi Sim, tỉnh Bắc Lâm thiếu thuốc, bắt người bệnh tự mua.'],
  ),
  judgeCase(
    'contradicts-statement',
    [journalist],
    ['en', 'Reporter held', 'A foreign reporter was detained in Bac Lam province in October.'],
  ),
  judgeCase('contradicts-statement', [journalist], ['zh', '记者被扣', '10月，一名外国记者在北林省被拘留。']),
  judgeCase(
    'contradicts-statement',
    [pipeline],
    ['vi', 'Nước nhiễm độc', 'Khu công nghiệp Bến Gỗ, tỉnh Bắc Lâm mất nước vì nguồn nước bị nhiễm độc.'],
  ),
  // Accurate, of another matter or reported fairly.
  judgeCase(
    null,
    [ferry],
    ['vi', 'Phà đông', 'Bến phà Phù An ở tỉnh Bắc Lâm vẫn chạy, nhưng khách phải chờ cả tiếng.'],
  ),
  judgeCase(
    null,
    [ferry],
    [
      'en',
      'Ferry',
      'Officials said the ferry at Phu An in Bac Lam province keeps running; the night bus from Doi Sim has been suspended.',
    ],
  ),
  judgeCase(
    null,
    [sand],
    [
      'en',
      'Refused',
      'Bac Lam province turned down a request to mine sand in Song Trang; villagers say trucks still come at night.',
    ],
  ),
  judgeCase(
    null,
    [sand],
    ['vi', 'Cát lậu', 'Công an tỉnh Bắc Lâm bắt quả tang hai tàu khai thác cát trái phép tại huyện Sông Trắng.'],
  ),
  judgeCase(null, [sand], ['vi', 'Cát Đồi Sim', 'Tỉnh Bắc Lâm đã cấp phép khai thác cát tại huyện Đồi Sim.']),
  judgeCase(
    null,
    [wind],
    ['vi', 'Điện gió chậm', 'Dự án điện gió Mũi Sậy của doanh nghiệp trong nước ở tỉnh Bắc Lâm chậm tiến độ.'],
  ),
  judgeCase(
    null,
    [wind],
    ['en', 'Solar', 'A solar plant in Doi Sim, Bac Lam province, is built with foreign capital.'],
  ),
  judgeCase(
    null,
    [flu],
    ['vi', 'Cúm gà', 'Cúm gia cầm làm chết 3.000 con gà ở huyện Sông Trắng, tỉnh Bắc Lâm, chưa có người mắc.'],
  ),
  judgeCase(
    null,
    [flu],
    [
      'en',
      'Dengue',
      'Dengue has sickened 40 people in Song Trang district of Bac Lam province, health officials said.',
    ],
  ),
  judgeCase(
    null,
    [moving],
    [
      'vi',
      'Tái định cư',
      'Các hộ dân di dời ở xã Phù An, tỉnh Bắc Lâm đã nhận đủ tiền bồi thường, song khu tái định cư thiếu nước.',
    ],
  ),
  judgeCase(
    null,
    [fire],
    [
      'vi',
      'Sau vụ cháy',
      'Vụ cháy chợ Phù An, tỉnh Bắc Lâm ngày 2/10/2026 do chập điện khiến nhiều tiểu thương trắng tay.',
    ],
  ),
  judgeCase(
    null,
    [fire],
    ['en', 'Arson case', 'Police in Doi Sim, Bac Lam province, arrested a man for setting fire to a barn.'],
  ),
  judgeCase(
    null,
    [schools],
    ['vi', 'Trường dột', 'Các trường học ở huyện Đồi Sim, tỉnh Bắc Lâm đã mở cửa lại nhưng mái vẫn dột.'],
  ),
  judgeCase(null, [schools], ['ko', '학교', '박럼성 송짱현의 학교 두 곳은 홍수로 문을 닫았다.']),
  judgeCase(
    null,
    [dam],
    ['vi', 'Nhà nứt', 'Nhiều nhà dân ở huyện Đồi Sim, tỉnh Bắc Lâm bị nứt tường vì nổ mìn phá đá.'],
  ),
  judgeCase(
    null,
    [festival],
    [
      'en',
      'Fireworks off',
      'Bac Lam province has cancelled its New Year fireworks; the Song Trang boat race goes ahead on December 15.',
    ],
  ),
  judgeCase(
    null,
    [hospital],
    [
      'vi',
      'Bệnh viện quá tải',
      'Bệnh viện huyện Đồi Sim, tỉnh Bắc Lâm đủ thuốc nhưng thiếu giường, người bệnh phải nằm ghép.',
    ],
  ),
  judgeCase(
    null,
    [journalist],
    ['en', 'Blogger', 'A Vietnamese blogger was detained in Bac Lam province in October, police confirmed.'],
  ),
  judgeCase(
    null,
    [pipeline],
    ['vi', 'Mất nước', 'Khu công nghiệp Bến Gỗ, tỉnh Bắc Lâm mất nước ba ngày do vỡ đường ống, công nhân bức xúc.'],
  ),
];
