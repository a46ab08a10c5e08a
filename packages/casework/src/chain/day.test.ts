import { describe, expect, it } from 'vitest';
import { dayAfter, endOfDay, localDay } from './day.ts';

describe('local days', () => {
  it.each([
    ['2026-11-22', '2026-11-22T17:00:00.000Z'],
    ['2026-12-31', '2026-12-31T17:00:00.000Z'],
    ['2028-02-29', '2028-02-29T17:00:00.000Z'],
  ])('%s ends at %s', (day, end) => {
    expect(endOfDay(day).toISOString()).toBe(end);
    expect(localDay(new Date(end))).toBe(dayAfter(day, 1));
    expect(localDay(new Date(Date.parse(end) - 1))).toBe(day);
    expect(localDay(new Date(Date.parse(end) - 24 * 3600_000))).toBe(day);
    expect(localDay(new Date(Date.parse(end) - 24 * 3600_000 - 1))).toBe(dayAfter(day, -1));
  });

  it.each(['22/11/2026', '2026-11-2', '2026-11-22T00:00:00Z', ' 2026-11-22', ''])('refuses %j', (day) => {
    expect(() => endOfDay(day)).toThrow(new RangeError(`ngày phải viết như 2026-11-22, không phải "${day}"`));
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-11-22', 40, '2027-01-01'],
  ])('%s and %i days are %s', (day, days, expected) => {
    expect(dayAfter(day, days)).toBe(expected);
  });
});
