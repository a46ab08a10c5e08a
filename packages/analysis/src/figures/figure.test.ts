import { describe, expect, it } from 'vitest';
import { type Figure, findFigures } from './figure.ts';

const first = (language: string, text: string): Figure => {
  const [figure] = findFigures(text, language);
  if (figure === undefined) throw new Error(`no figure in "${text}"`);
  return figure;
};

describe('findFigures', () => {
  it.each([
    ['vi', 'đón 1,2 triệu lượt khách'],
    ['vi', 'don 1,2 trieu luot khach'],
    ['en', 'welcomed 1.2 million visitors'],
    ['zh', '接待游客120万人次'],
    ['ja', '観光客は120万人だった'],
    ['ko', '관광객 120만 명이 방문했다'],
    ['fr', 'a accueilli 1,2 million de touristes'],
    ['ru', 'посетили 1,2 млн туристов'],
  ])('reads one value in %s: %s', (language, text) => {
    expect(first(language, text).value).toBe(1_200_000);
  });

  it.each([
    ['vi', 'thu 1.234,5 tỷ đồng', 1_234.5e9, 'VND'],
    ['en', 'revenue of VND1,234.5 billion', 1_234.5e9, 'VND'],
    ['en', 'worth $47m this year', 47e6, 'USD'],
    ['fr', '2,5 milliards de dollars', 2.5e9, 'USD'],
    ['ko', '1억 2000만 달러', 120e6, 'USD'],
    ['zh', '投资3.5亿美元', 350e6, 'USD'],
    ['vi', 'hơn 1 tỷ 200 triệu đồng', 1.2e9, 'VND'],
    ['vi', 'gần 2 triệu rưỡi USD', 2.5e6, 'USD'],
  ])('reads money in %s: %s', (language, text, value, currency) => {
    expect(first(language, text)).toMatchObject({ value, currency });
  });

  it.each([
    ['vi', 'một trăm bốn mươi vụ cháy', 140],
    ['vi', 'hai nghìn ba trăm bốn mươi lăm người', 2345],
    ['vi', 'mười nghìn một lượt', 10_000],
    ['fr', 'quatre-vingt-dix morts', 90],
    ['en', 'fires fell by fifteen', 15],
  ])('adds up number words in %s: %s', (language, text, value) => {
    expect(first(language, text).value).toBe(value);
  });

  it.each([
    ['zh', '增长百分之七点五', 7.5],
    ['zh', '三成企业停产', 30],
    ['ru', 'на 7,5 процента', 7.5],
    ['vi', 'tăng 7,5%', 7.5],
    ['fr', 'hausse de 7,5 %', 7.5],
  ])('reads percentages in %s: %s', (language, text, value) => {
    expect(first(language, text)).toMatchObject({ value, percent: true });
  });

  it.each([
    ['vi', 'hơn 300 hộ dân', 'over'],
    ['vi', 'gần 300 hộ dân', 'nearly'],
    ['vi', 'không dưới 300 hộ dân', 'atLeast'],
    ['en', 'at least 300 households', 'atLeast'],
    ['zh', '300多户', 'over'],
    ['ja', '300世帯以上', 'atLeast'],
    ['ko', '300여 가구', 'over'],
    ['ru', 'не более 300 семей', 'under'],
    ['fr', 'moins de 300 familles', 'under'],
  ])('tells how a number is hedged in %s: %s', (language, text, approx) => {
    expect(first(language, text)).toMatchObject({ value: 300, approx });
  });

  it('reads a range as its bounds, the scale shared', () => {
    expect(first('vi', 'khoảng 10-12 nghìn tỷ đồng')).toMatchObject({ low: 10e12, high: 12e12, range: true });
    expect(first('en', 'between 10 and 12 percent')).toMatchObject({ low: 10, high: 12 });
    expect(first('vi', 'từ 2 đến 3 triệu USD')).toMatchObject({ low: 2e6, high: 3e6 });
  });

  it('reads words as numbers', () => {
    expect(first('en', 'Twelve people died').value).toBe(12);
    expect(first('en', 'two hundred thousand tonnes').value).toBe(200_000 * 1000);
    expect(first('vi', 'ba người thiệt mạng').value).toBe(3);
    expect(first('vi', 'hai mươi lăm hộ dân').value).toBe(25);
    expect(first('zh', '三百二十户').value).toBe(320);
  });

  it('leaves out dates, years, document numbers and names of models', () => {
    expect(findFigures('Ngày 12/11/2026, Nghị quyết số 57 và Quốc lộ 10 được nhắc lại trong năm 2026', 'vi')).toEqual(
      [],
    );
    expect(findFigures('On 12 November 2026 COVID-19 and an Airbus A321 were in the news', 'en')).toEqual([]);
  });

  it('leaves out the number by which a price or a rate is measured off', () => {
    expect(findFigures('乾椰子每12個均價16.5萬越盾', 'zh').map(({ value }) => value)).toEqual([165_000]);
    expect(findFigures('mỗi 12 trái dừa giá 165.000 đồng', 'vi').map(({ value }) => value)).toEqual([165_000]);
  });

  it.each([
    ['全市遊客約有一千兩百多萬人次', 12_000_000],
    ['共有三十余万人参加', 300_000],
  ])('reads a number with some more before its scale: %s', (text, value) => {
    const [figure] = findFigures(text, 'zh');
    expect([figure?.value, figure?.approx]).toEqual([value, 'vague']);
  });

  it('gives spans that cut the quote out of the text', () => {
    const text = 'Toàn tỉnh có 3.200 hộ nghèo và 45,5% diện tích rừng.';
    for (const figure of findFigures(text, 'vi')) expect(text.slice(figure.start, figure.end)).toBe(figure.quote);
  });

  it.each(['vi', 'en', 'fr', 'ru'])('takes no name of an object for a number word (%s)', (language) => {
    const values = findFigures('5 constructor, valueOf 7, toString', language).map(({ value }) => value);
    expect(values).toEqual([5, 7]);
  });
});
