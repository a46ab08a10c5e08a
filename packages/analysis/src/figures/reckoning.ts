import { COUNTS, monthNumber, ORDINALS } from './month.ts';

/** A stretch of time that a text names. `from` and `to` are days (ISO 8601, both inclusive). */
export interface Period {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly kind: 'day' | 'month' | 'quarter' | 'half' | 'months' | 'year' | 'years';
  readonly from: string;
  readonly to: string;
  /** Reckoned from the article's date ("năm ngoái", "last year") or completed by its year. */
  readonly relative: boolean;
  /** Told as a day of collection ("by the end of August"): what has run up since January, or what there was on that day. */
  readonly asOf?: true;
}

/** What a reader makes of the words of a period. */
export type Bounds = Pick<Period, 'kind' | 'from' | 'to' | 'relative' | 'asOf'>;
/** Reads the groups of a pattern into a period, for an article of a day. */
export type Reader = (groups: Readonly<Record<string, string | undefined>>, at: Day) => Bounds | null;

/** An article's day; zeros where it is unknown. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function parseDay(at: string | null | undefined): Day {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(at ?? '');
  if (match === null) return { year: 0, month: 0, day: 0 };
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3] ?? 1) };
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function months(kind: Period['kind'], year: number, from: number, to: number, relative: boolean): Bounds | null {
  if (year === 0 || from < 1 || to > 12 || from > to) return null;
  return { kind, from: iso(year, from, 1), to: iso(year, to, lastDay(year, to)), relative };
}

export function years(from: number, to: number, relative: boolean): Bounds | null {
  if (from <= 1 || to < from) return null;
  return { kind: from === to ? 'year' : 'years', from: iso(from, 1, 1), to: iso(to, 12, 31), relative };
}

/** A month or day without a year is the latest one not after the article's date. */
function impliedYear(month: number, at: Day): number {
  return month > at.month ? at.year - 1 : at.year;
}

export function dayOf(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const month = groups.m !== undefined ? Number(groups.m) : monthNumber(groups.name ?? '');
  const day = Number(groups.d);
  const year = groups.y !== undefined ? Number(groups.y) : impliedYear(month, at);
  if (year <= 0 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return null;
  return { kind: 'day', from: iso(year, month, day), to: iso(year, month, day), relative: groups.y === undefined };
}

export function monthOf(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const month = groups.m !== undefined ? Number(groups.m) : monthNumber(groups.name ?? '');
  if (month < 1) return null;
  const year = groups.y !== undefined ? Number(groups.y) : impliedYear(month, at);
  return months('month', year, month, month, groups.y === undefined);
}

export function firstMonths(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const count = COUNTS[groups.n ?? ''] ?? Number(groups.n);
  if (!Number.isInteger(count) || count < 2 || count > 12) return null;
  const year = at.year - (groups.last === undefined ? 0 : 1);
  return months('months', groups.y !== undefined ? Number(groups.y) : year, 1, count, groups.y === undefined);
}

export function monthsFromTo(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const from = monthNumber(groups.a ?? groups.name ?? '');
  const to = monthNumber(groups.b ?? groups.until ?? '');
  return months('months', groups.y !== undefined ? Number(groups.y) : at.year, from, to, groups.y === undefined);
}

/** "The ten months to October". */
export function monthsEndingIn(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const count = COUNTS[groups.n ?? ''] ?? Number(groups.n);
  const month = monthNumber(groups.until ?? '');
  const year = groups.y !== undefined ? Number(groups.y) : impliedYear(month, at);
  return Number.isInteger(count) ? months('months', year, month - count + 1, month, groups.y === undefined) : null;
}

/** "Chín tháng, …" opens a sentence on the months of this year that have just been counted. */
export function lately(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const count = COUNTS[groups.n ?? ''] ?? Number(groups.n);
  return count >= 3 && count <= at.month && count >= at.month - 3 ? firstMonths(groups, at) : null;
}

/** "2025-26": a season or a school year. */
export function seasonOf(groups: Readonly<Record<string, string | undefined>>, _: Day): Bounds | null {
  const year = Number(groups.y);
  return Number(groups.next) === (year + 1) % 100 ? years(year, year + 1, false) : null;
}

export function upToMonth(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const month = monthNumber(groups.b ?? groups.until ?? '');
  const year = groups.y !== undefined ? Number(groups.y) : impliedYear(month, at);
  const bounds = months('months', year, 1, month, groups.y === undefined);
  return bounds === null ? null : { ...bounds, asOf: true };
}

export function quarterOf(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const quarter = ORDINALS.find(([pattern]) => pattern.test(groups.q ?? ''))?.[1] ?? 0;
  const year = groups.y !== undefined ? Number(groups.y) : impliedYear(quarter * 3, at);
  return months('quarter', year, quarter * 3 - 2, quarter * 3, groups.y === undefined);
}

export function half(groups: Readonly<Record<string, string | undefined>>, at: Day, which: 1 | 2): Bounds | null {
  const year = Number(groups.y ?? groups.y2 ?? groups.y3 ?? groups.y4 ?? at.year);
  return months('half', year, which === 1 ? 1 : 7, which === 1 ? 6 : 12, groups.all === undefined);
}

export function yearOf(groups: Readonly<Record<string, string | undefined>>, _: Day): Bounds | null {
  const year = Number(groups.y);
  return year >= 1945 && year <= 2100 ? years(year, year, false) : null;
}

/** "12-15 พ.ย.": days of one month. */
export function daysOf(groups: Readonly<Record<string, string | undefined>>, at: Day): Bounds | null {
  const first = dayOf(groups, at);
  const last = dayOf({ ...groups, d: groups.z }, at);
  return first === null || last === null || first.from > last.to ? null : { ...first, to: last.to };
}

/** A year of the Buddhist era as Cambodia counts it begins at Visakha Bochea, in April or May. */
export function cambodianYear(groups: Readonly<Record<string, string | undefined>>, _: Day): Bounds | null {
  const year = Number(groups.era);
  return years(year - 544, year - 543, false);
}

export function yearsFromTo(groups: Readonly<Record<string, string | undefined>>, _: Day): Bounds | null {
  return years(Number(groups.y), Number(groups.z), false);
}
