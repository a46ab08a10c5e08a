import { describe, expect, it } from 'vitest';
import { periodBefore, periodSchema, weekLabel, weekPeriod } from './period.ts';

describe('weeks', () => {
  it.each([
    ['2026-W47', '2026-11-15T17:00:00.000Z'],
    ['2026-W01', '2025-12-28T17:00:00.000Z'],
    ['2026-W53', '2026-12-27T17:00:00.000Z'],
    ['2021-W01', '2021-01-03T17:00:00.000Z'],
  ])('%s begins on a Monday in Vietnam: %s', (label, from) => {
    const period = weekPeriod(label);
    expect(period?.from.toISOString()).toBe(from);
    expect(period === null ? 0 : period.to.getTime() - period.from.getTime()).toBe(7 * 24 * 3600_000);
    expect(weekLabel(new Date(from))).toBe(label);
    expect(weekLabel(new Date(Date.parse(from) - 1))).not.toBe(label);
  });

  it.each([
    ['2025-W53', 'năm 2025 không có tuần 53'],
    ['2026-W00', 'năm 2026 không có tuần 00'],
    ['2026-W54', 'năm 2026 không có tuần 54'],
    ['2026-47', 'tuần phải viết như 2026-W47, không phải "2026-47"'],
    ['2026-W471', 'tuần phải viết như 2026-W47, không phải "2026-W471"'],
    ['x2026-W47', 'tuần phải viết như 2026-W47, không phải "x2026-W47"'],
  ])('%s is no week: %s', (label, says) => {
    expect(weekPeriod(label)).toBeNull();
    const read = periodSchema.safeParse({ week: label });
    expect(read.error?.issues.map(({ message }) => message)).toEqual([says]);
  });
});

describe('other periods', () => {
  it('takes both days in', () => {
    const period = periodSchema.parse({ from: '2026-11-01', to: '2026-11-15' });
    expect(period).toMatchObject({ label: '2026-11-01--2026-11-15', kind: 'period' });
    expect([period.from.toISOString(), period.to.toISOString()]).toEqual([
      '2026-10-31T17:00:00.000Z',
      '2026-11-15T17:00:00.000Z',
    ]);
    expect(periodBefore(period).from.toISOString()).toBe('2026-10-16T17:00:00.000Z');
  });

  it.each([
    ['2026-11-15', '2026-11-01'],
    ['2024-01-01', '2026-01-01'],
    ['2026-02-30', '2026-03-01'],
  ])('refuses %s to %s', (from, to) => {
    expect(periodSchema.safeParse({ from, to }).success).toBe(false);
  });
});
