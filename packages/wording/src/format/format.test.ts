import { describe, expect, it } from 'vitest';
import { countryName, languageName } from './name.ts';
import { formatBytes, formatNumber, formatShare } from './number.ts';
import { dayOf, formatDate, formatDay, formatPeriod, formatShortTime, formatTime } from './time.ts';

describe('times', () => {
  it.each([
    ['2026-11-24T03:35:00Z', '10:35, thứ Ba 24/11/2026'],
    ['2026-11-21T17:00:00Z', '00:00, Chủ nhật 22/11/2026'],
    ['2026-12-31T16:59:59Z', '23:59, thứ Năm 31/12/2026'],
  ])('%s reads %s', (instant, text) => {
    expect(formatTime(new Date(instant), 'vi')).toBe(text);
  });

  it('shows days, short times and calendar days', () => {
    const instant = new Date('2026-11-24T03:35:00Z');
    expect(formatTime(instant, 'en')).toBe('10:35, Tuesday 24/11/2026');
    expect(formatDay(instant, 'vi')).toBe('thứ Ba 24/11/2026');
    expect(formatShortTime(instant)).toBe('10:35 24/11');
    expect(formatDate('2026-11-24')).toBe('24/11/2026');
    expect(formatDate('2026-Q3')).toBe('2026-Q3');
    expect(dayOf(new Date('2026-11-24T20:00:00Z'))).toBe('2026-11-25');
  });
});

describe('periods', () => {
  it.each([
    ['2026', '2026'],
    ['2026-10', '10/2026'],
    ['2026-Q3', 'Q3/2026'],
    ['2026-01/2026-10', '01–10/2026'],
    ['2025-11/2026-02', '11/2025 – 02/2026'],
    ['2024/2026', '2024 – 2026'],
  ])('%s reads %s', (period, text) => {
    expect(formatPeriod(period)).toBe(text);
  });
});

describe('numbers', () => {
  it('groups with dots and cuts with a comma in Vietnamese', () => {
    expect(formatNumber(1234.5, 'vi')).toBe('1.234,5');
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
    expect(formatShare(0.874)).toBe('87%');
    expect(formatBytes(1_234_567, 'vi')).toBe('1,2 MB');
    expect(formatBytes(999, 'vi')).toBe('999 B');
  });
});

describe('names', () => {
  it('knows languages and countries and says when it does not', () => {
    expect(languageName('zh', 'vi')).toBe('Tiếng Trung');
    expect(languageName('und', 'vi')).toBe('chưa rõ');
    expect(countryName('JP', 'vi')).toBe('Nhật Bản');
    expect(countryName('', 'en')).toBe('unknown');
  });
});
