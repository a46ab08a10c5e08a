import { describe, expect, it } from 'vitest';
import { findPeriods, spanOfPeriod } from './period.ts';

const spans = (text: string): string[] => findPeriods(text, '2026-10-15').map(({ from, to }) => `${from}/${to}`);

describe('findPeriods', () => {
  it.each([
    '9 tháng đầu năm 2026',
    'the first nine months of 2026',
    '2026年前9个月',
    '2026年1〜9月',
    '올해 1~9월',
    'les neuf premiers mois de 2026',
    'за девять месяцев 2026',
    'January to September 2026',
    'từ tháng Giêng đến tháng Chín năm nay',
    'từ tháng 1 đến hết tháng 9',
    'đến cuối tháng chín',
    'by the end of September',
    'as of end-September 2026',
    '9月末までに',
    '截至2026年9月底',
    '9월 말까지',
    'fin septembre',
    'к концу сентября',
    'chín tháng đầu năm',
    'in the nine months to September',
    'from January through September',
    '今年一至九月',
    '今年一月から九月まで',
    '1월부터 9월까지',
    '올해 9월까지',
    'sur neuf mois',
    'first three quarters',
    'Chín tháng, tỉnh đón nhiều khách',
  ])('reads the same nine months: %s', (text) => {
    expect(spans(text)).toEqual(['2026-01-01/2026-09-30']);
  });

  it.each([
    ['ngày 5/9', '2026-09-05/2026-09-05'],
    ['ngày 12 tháng 11 năm 2025', '2025-11-12/2025-11-12'],
    ['on 12 November 2025', '2025-11-12/2025-11-12'],
    ['2025年11月12日', '2025-11-12/2025-11-12'],
    ['quý III/2026', '2026-07-01/2026-09-30'],
    ['in the third quarter of 2026', '2026-07-01/2026-09-30'],
    ['第三季度', '2026-07-01/2026-09-30'],
    ['tháng 9/2026', '2026-09-01/2026-09-30'],
    ['năm ngoái', '2025-01-01/2025-12-31'],
    ['last year', '2025-01-01/2025-12-31'],
    ['в прошлом году', '2025-01-01/2025-12-31'],
    ['năm 2024', '2024-01-01/2024-12-31'],
    ['chín tháng đầu năm ngoái', '2025-01-01/2025-09-30'],
    ['the 2025-26 season', '2025-01-01/2026-12-31'],
    ['giai đoạn 2021-2025', '2021-01-01/2025-12-31'],
  ])('reads %s', (text, expected) => {
    expect(spans(text)).toEqual([expected]);
  });

  it('tells what had run up by a day from what ran in a span', () => {
    expect(findPeriods('by the end of September', '2026-10-15')[0]?.asOf).toBe(true);
    expect(findPeriods('January to September 2026', '2026-10-15')[0]?.asOf).toBeUndefined();
  });

  it.each([
    'by September',
    'as of late September',
    '9月までの発電量',
    '9월까지 발전량',
    '截至9月',
    "jusqu'en septembre",
    'с начала года по сентябрь',
  ])('reads as what had run up by then: %s', (text) => {
    const [period] = findPeriods(text, '2026-10-15');
    expect([period?.from, period?.to, period?.asOf]).toEqual(['2026-01-01', '2026-09-30', true]);
  });

  it('takes a day for a day, and a short or past stretch for no months of this year', () => {
    expect(findPeriods('by September 5', '2026-10-15')[0]?.kind).toBe('day');
    expect(spans('over nine months')).toEqual(['2026-01-01/2026-09-30']);
    expect(spans('in two months')).toEqual([]);
    expect(spans('nine months ago')).toEqual([]);
  });

  it('takes no count of times for a month', () => {
    expect(spans('mỗi tháng ba lần')).toEqual([]);
    expect(spans('sau một tháng hai bên lại họp')).toEqual([]);
  });

  it('refuses days that do not exist', () => {
    expect(spans('ngày 30/2/2026')).not.toContain('2026-02-30/2026-02-30');
  });
});

describe('spanOfPeriod', () => {
  it('reads the periods of records', () => {
    expect(spanOfPeriod('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(spanOfPeriod('2026-Q3')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(spanOfPeriod('2026-01/2026-09')).toEqual({ from: '2026-01-01', to: '2026-09-30' });
  });
});
