import { z } from 'zod';
import { endOfDay } from '../chain/day.ts';

export interface Period {
  /** `2026-W47` for a week, `2026-11-01--2026-11-15` for other spans. */
  readonly label: string;
  readonly kind: 'week' | 'period';
  /** First instant, and the first one after. */
  readonly from: Date;
  readonly to: Date;
}

const DAY_MS = 24 * 3600 * 1000;
const LONGEST_DAYS = 366;

/** A week of ISO 8601 by name, or the days from `from` to `to`, both inclusive; days are those of Vietnam. */
export const periodSchema = z
  .object({ week: z.string().optional(), from: z.iso.date().optional(), to: z.iso.date().optional() })
  .transform(({ week, from, to }, context) => {
    const period = week === undefined ? dayPeriod(from, to) : weekPeriod(week);
    if (period !== null) return period;
    context.addIssue({ code: 'custom', message: week === undefined ? DAYS_WANTED : weekWanted(week) });
    return z.NEVER;
  });

const DAYS_WANTED = `kỳ của bản tin là một tuần như 2026-W47, hoặc ngày đầu và ngày cuối như 2026-11-01 và 2026-11-15; ngày cuối không trước ngày đầu, dài nhất ${LONGEST_DAYS} ngày`;

function weekWanted(week: string): string {
  const known = /^(\d{4})-W(\d{2})$/.exec(week);
  return known === null
    ? `tuần phải viết như 2026-W47, không phải "${week}"`
    : `năm ${known[1]} không có tuần ${known[2]}`;
}

/**
 * A week from Monday to Sunday, week 1 being the one with 4 January (ISO 8601). Null for a week that the year does not have.
 *
 * @example weekPeriod('2026-W47')?.from.toISOString() // '2026-11-15T17:00:00.000Z'
 */
export function weekPeriod(label: string): Period | null {
  if (!/^\d{4}-W\d{2}$/.test(label)) return null;
  const [year, week] = label.split('-W').map(Number);
  if (year === undefined || week === undefined || week < 1 || week > 53) return null;
  const fourth = new Date(`${String(year).padStart(4, '0')}-01-04T00:00:00+07:00`);
  const weekday = (new Date(fourth.getTime() + 7 * 3600 * 1000).getUTCDay() + 6) % 7;
  const from = new Date(fourth.getTime() + (7 * (week - 1) - weekday) * DAY_MS);
  return weekLabel(from) === label ? { label, kind: 'week', from, to: new Date(from.getTime() + 7 * DAY_MS) } : null;
}

/** The label of the week that holds an instant: `2026-W47`. */
export function weekLabel(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3600 * 1000);
  const thursday = new Date(local.getTime() + (3 - ((local.getUTCDay() + 6) % 7)) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The days from the first to the last, both inclusive, of Vietnam; null for days that are no period. */
export function dayPeriod(first: string | undefined, last: string | undefined): Period | null {
  if (first === undefined || last === undefined) return null;
  const from = new Date(endOfDay(first).getTime() - DAY_MS);
  const to = endOfDay(last);
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  return days >= 1 && days <= LONGEST_DAYS ? { label: `${first}--${last}`, kind: 'period', from, to } : null;
}

/** The period of equal length that ends where this one begins. */
export function periodBefore(period: Period): { readonly from: Date; readonly to: Date } {
  return { from: new Date(2 * period.from.getTime() - period.to.getTime()), to: period.from };
}
