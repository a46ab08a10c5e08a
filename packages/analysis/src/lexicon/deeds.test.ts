import { describe, expect, it } from 'vitest';
import { findNotions } from './concepts.ts';

const idsIn = (text: string, language: string): Set<string> => new Set(findNotions(text, language).map(({ id }) => id));

/** A deed told in Vietnamese, and the same deed told elsewhere. */
const PAIRS: readonly [id: string, vietnamese: string, language: string, told: string][] = [
  ['appoint', 'Ông Lê Văn Minh được bổ nhiệm làm giám đốc sở.', 'zh', '黎文明获任该厅厅长。'],
  [
    'extend-term',
    'Dự án được gia hạn thêm sáu tháng.',
    'en',
    'The deadline was extended until June, its renewal having been asked for.',
  ],
  ['award-tender', 'Liên danh trúng thầu gói xây kè.', 'ja', '護岸工事は共同企業体が落札した。'],
  ['sue', 'Người dân khởi kiện công ty ra tòa.', 'ko', '주민들이 회사를 상대로 소송을 냈다.'],
  ['acquit-release', 'Bị cáo được tòa tuyên vô tội.', 'fr', 'L’accusé a été acquitté.'],
  ['subside-sink', 'Hố sụt xuất hiện giữa đường làng.', 'ru', 'Посреди улицы образовался карстовый провал.'],
  ['trapped-bury', 'Ba công nhân mắc kẹt trong hầm.', 'en', 'Three men were trapped in the shaft.'],
  ['oil-spill', 'Sự cố tràn dầu xảy ra gần phao số 0.', 'zh', '零号浮标附近发生漏油。'],
  ['test-positive', 'Mẫu nước cho kết quả dương tính.', 'ko', '검사에서 양성 반응이 나왔다.'],
  ['apologise', 'Nhà trường công khai xin lỗi phụ huynh.', 'ja', '学校は保護者に謝罪した。'],
  ['unpaid-wage', 'Công ty chậm lương ba tháng.', 'zh', '员工讨薪已有三个月。'],
  ['privatise', 'Bến xe đã cổ phần hóa.', 'fr', 'La gare routière a été privatisée.'],
  ['reject-goods', 'Ba xe thanh long bị trả về.', 'ru', 'Три машины развернули: ввод эмбарго подтвердили.'],
  ['repatriate', 'Nhóm lao động được hồi hương.', 'fr', 'Les ouvriers ont été rapatriés.'],
  ['consult-people', 'Xã tổ chức lấy ý kiến nhân dân.', 'ru', 'В общине прошли публичные слушания.'],
  ['power-cut', 'Cả phường mất điện hai ngày.', 'ja', '地区全体が二日間停電した。'],
  ['blackmail', 'Nhóm bảo kê ép tiểu thương nộp tiền.', 'en', 'Stallholders were made to pay protection money.'],
  ['test-run', 'Tuyến tàu chạy thử từ thứ hai.', 'ko', '노선은 월요일부터 시운전에 들어간다.'],
  ['recall-product', 'Công ty thu hồi sản phẩm sữa lỗi.', 'zh', '问题奶粉已下架。'],
  ['suicide', 'Một người tự thiêu trước cổng.', 'ru', 'Мужчина совершил самосожжение у ворот.'],
];

/** Words that only look like a deed. */
const LOOK_ALIKES: readonly [id: string, language: string, told: string][] = [
  ['subside-sink', 'en', 'Farmers received subsidies from a subsidiary fund.'],
  ['search-raid', 'en', 'The bustling market drew a crowd.'],
  ['ration-limit', 'en', 'There is a rational plan for the harbour.'],
  ['explosion', 'en', 'Divers explored the cave and exploited no fish.'],
  ['repair-upgrade', 'fr', 'Les restaurants sont répartis sur la côte.'],
  ['amend', 'fr', 'Une amende de dix millions a été payée.'],
  ['postpone-delay', 'fr', 'Deux reporters ont un avis différent.'],
  ['drill-exercise', 'ru', 'Ученики вернулись в школу.'],
  ['award-tender', 'ru', 'Дождь шёл три дня подряд.'],
  ['profit-gain', 'ru', 'Делегация прибыла утром.'],
  ['test-positive', 'ko', '지역 인재를 양성한다.'],
  ['visit-official', 'ko', '방문객이 크게 늘었다.'],
  ['worship-gather', 'ko', '미사일 훈련은 없었다.'],
  ['allow', 'ko', '활동의 폭을 넓혔다.'],
  ['protest', 'ko', '소요 시간은 세 시간이다.'],
  ['unsafe', 'zh', '他患有心脏疾病。'],
  ['build', 'zh', '古建筑群对外展出。'],
  ['transfer-official', 'vi', 'Tỉnh điều động xe cứu hỏa đến hiện trường.'],
];

describe('the deeds of the lexicon', () => {
  it.each(PAIRS)('knows "%s" in Vietnamese and elsewhere: %s | %s: %s', (id, vietnamese, language, told) => {
    expect([...idsIn(vietnamese, 'vi')]).toContain(id);
    expect([...idsIn(told, language)]).toContain(id);
  });

  it.each(LOOK_ALIKES)('does not take for "%s" in %s: %s', (id, language, told) => {
    expect([...idsIn(told, language)]).not.toContain(id);
  });

  it('reads a deed and the refusal of it as poles of one matter', () => {
    expect([...idsIn('Cửa khẩu đã thông quan trở lại.', 'vi')]).toContain('open-border');
    expect([...idsIn('The border closure goes on.', 'en')]).toContain('close-border');
    expect([...idsIn('Mẫu thử cho kết quả âm tính.', 'vi')]).toContain('test-negative');
  });
});
