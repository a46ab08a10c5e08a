import { describe, expect, it } from 'vitest';
import { findFigures } from './figure.ts';

describe('shares told as fractions', () => {
  it.each([
    ['vi', 'còn gần một phần tư số hộ', 25],
    ['vi', 'Cứ 1.000 hộ vẫn còn 24 hộ nghèo', 2.4],
    ['vi', 'một phần ba khối lượng đã làm xong', 33.3],
    ['vi', 'hai phần ba số tiền chưa giải ngân', 66.7],
    ['vi', 'phân nửa người dân', 50],
    ['vi', 'quá nửa số xã', 50],
    ['vi', 'mới làm gần nửa', 50],
    ['vi', 'một nửa đã về', 50],
    ['vi', 'sáu trong mười hộ', 60],
    ['vi', 'cứ mười hộ thì sáu hộ thiếu nước', 60],
    ['vi', 'bốn phần mười', 40],
    ['vi', 'chín phần mười số tàu', 90],
    ['vi', 'hơn 2/3 số hộ', 66.7],
    ['en', 'one in five households', 20],
    ['en', 'two thirds of the fleet', 66.7],
    ['en', 'two thirds still wait', 66.7],
    ['en', 'nine-tenths were paid', 90],
    ['en', 'a fifth of homes', 20],
    ['en', 'four fifths had left', 80],
    ['en', 'barely half', 50],
    ['en', 'half the households', 50],
    ['en', 'roughly a tenth.', 10],
    ['en', 'rice is a third dearer', 33.3],
    ['en', 'one household in four lacks water', 25],
    ['en', 'six in ten families', 60],
    ['en', 'every second family', 50],
    ['en', 'a quarter of the boats', 25],
    ['en', 'output fell by a quarter', 25],
    ['zh', '三分之二的农户', 66.7],
    ['zh', '六成農戶', 60],
    ['zh', '近半農戶', 50],
    ['zh', '一半的工程', 50],
    ['zh', '過半農戶', 50],
    ['zh', '过半农户', 50],
    ['zh', '大半村民', 50],
    ['zh', '九成五的貨物', 95],
    ['zh', '十之八九已完工', 85],
    ['zh', '六七成农户', 65],
    ['zh', '十戶中有六戶', 60],
    ['ja', 'およそ50世帯に1世帯', 2],
    ['ja', '農家の3割が', 30],
    ['ja', '半数が', 50],
    ['ja', '約半分', 50],
    ['ja', '過半数の世帯', 50],
    ['ja', '3分の1', 33.3],
    ['ja', '10世帯に6世帯', 60],
    ['ja', '9割5分', 95],
    ['ja', '2〜3割', 25],
    ['ko', '주민 4분의 1이', 25],
    ['ko', '절반이', 50],
    ['ko', '절반 이상', 50],
    ['ko', '3분의 1', 33.3],
    ['ko', '삼분의 이가', 66.7],
    ['ko', '열 가구 중 여섯', 60],
    ['ko', '10가구 중 6가구', 60],
    ['ko', '두 집 중 한 집', 50],
    ['ko', '3할', 30],
    ['fr', 'un quart des ménages', 25],
    ['fr', 'la moitié', 50],
    ['fr', 'un foyer sur deux', 50],
    ['fr', 'un tiers.', 33.3],
    ['fr', 'les deux tiers', 66.7],
    ['fr', 'un cinquième des bateaux', 20],
    ['fr', 'neuf dixièmes', 90],
    ['fr', 'six sur dix', 60],
    ['ru', 'четверть домов', 25],
    ['ru', 'половина', 50],
    ['ru', 'треть семей', 33.3],
    ['ru', 'две трети', 66.7],
    ['ru', 'три четверти', 75],
    ['ru', 'каждый третий', 33.3],
    ['ru', 'каждая вторая семья', 50],
    ['ru', 'пятая часть', 20],
    ['ru', 'шесть из десяти', 60],
    ['ru', 'девять десятых', 90],
  ])('%s: %s', (language, text, value) => {
    const [figure, ...others] = findFigures(text, language).filter(({ share }) => share);
    expect(others).toEqual([]);
    expect(figure?.value).toBeCloseTo(value, 1);
    expect(figure).toMatchObject({ unit: 'percent', percent: true });
  });

  it.each([
    ['vi', 'bốn mươi phần trăm', 40],
    ['vi', 'tám mươi phần trăm', 80],
    ['en', 'forty per cent', 40],
    ['zh', '百分之四十', 40],
  ])('reads a percentage in words as one: %s: %s', (language, text, value) => {
    expect(findFigures(text, language)).toMatchObject([{ value, percent: true, share: false }]);
  });

  it.each([
    ['vi', 'gần một nửa', 'nearly'],
    ['vi', 'non một phần tư', 'nearly'],
    ['vi', 'quá nửa', 'over'],
    ['vi', 'chưa đầy một phần ba', 'under'],
    ['vi', 'không dưới hai phần ba', 'atLeast'],
    ['vi', 'dăm phần trăm', 'vague'],
    ['en', 'barely half', 'about'],
    ['en', 'more than two thirds', 'over'],
    ['en', 'just under a fifth.', 'nearly'],
    ['en', 'not quite half', 'nearly'],
    ['zh', '不到六成', 'under'],
    ['zh', '近半', 'nearly'],
    ['zh', '過半農戶', 'over'],
    ['zh', '六成以上', 'over'],
    ['ja', '半数以上', 'atLeast'],
    ['ja', '半数近く', 'nearly'],
    ['ja', '過半数', 'over'],
    ['ja', '3割弱', 'nearly'],
    ['ko', '절반 이상', 'atLeast'],
    ['ko', '절반 가까이', 'nearly'],
    ['ko', '절반에도 못 미친다', 'under'],
    ['fr', 'près de la moitié', 'nearly'],
    ['fr', 'plus d’un tiers.', 'over'],
    ['fr', 'à peine un cinquième', 'about'],
    ['ru', 'не менее половины', 'atLeast'],
    ['ru', 'почти треть', 'nearly'],
    ['ru', 'более двух третей', 'over'],
  ])('tells how a share is hedged in %s: %s', (language, text, approx) => {
    expect(findFigures(text, language)).toMatchObject([{ share: true, approx }]);
  });

  it('reads a share of a scale as an amount', () => {
    const amount = { share: false, percent: false };
    expect(findFigures('phí là một phần tư triệu đồng', 'vi')).toMatchObject([
      { value: 250_000, unit: 'VND', ...amount },
    ]);
    expect(findFigures('thiệt hại nửa tỷ đồng', 'vi')).toMatchObject([{ value: 5e8, unit: 'VND', ...amount }]);
    expect(findFigures('a quarter of a million visitors', 'en')).toMatchObject([{ value: 250_000, ...amount }]);
    expect(findFigures('half a million visitors', 'en')).toMatchObject([{ value: 500_000, ...amount }]);
    expect(findFigures('投資半億元', 'zh')).toMatchObject([{ value: 5e7, ...amount }]);
    expect(findFigures('четверть миллиона рублей', 'ru')).toMatchObject([{ value: 250_000, ...amount }]);
  });

  it('bounds a share of two neighbouring tenths', () => {
    expect(findFigures('六七成', 'zh')).toMatchObject([{ low: 60, high: 70, range: true }]);
    expect(findFigures('3割から5割', 'ja').map(({ value }) => value)).toEqual([30, 50]);
    expect(findFigures('a third of homes to 45 million tonnes', 'en')[0]).toMatchObject({ range: false });
  });
});

describe('numbers that name a thing', () => {
  it.each([
    ['zh', '三号机组检修，发电两台'],
    ['ko', '화력발전소 1호기 정비'],
  ])('%s: %s', (language, text) => {
    expect(findFigures(text, language).map(({ value }) => value)).not.toContain(language === 'zh' ? 3 : 1);
  });
});
