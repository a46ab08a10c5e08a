import type { Locale } from '../locale/locale.ts';

/** The one zone in which times are shown. */
export const DISPLAY_ZONE = 'Asia/Ho_Chi_Minh';

const WEEKDAYS: Record<Locale, readonly string[]> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const INDEX: Record<string, number> = { Sun: 0, Mon: 1, Tue: 2, Wed: 3, Thu: 4, Fri: 5, Sat: 6 };

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: DISPLAY_ZONE,
  hour12: false,
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * An instant as it is read in Vietnam.
 *
 * @example formatTime(new Date('2026-11-24T03:35:00Z'), 'vi') // '10:35, thứ Ba 24/11/2026'
 */
export function formatTime(instant: Date, locale: Locale): string {
  const at = partsOf(instant);
  return `${at.hour}:${at.minute}, ${weekday(at.weekday, locale)} ${at.day}/${at.month}/${at.year}`;
}

/** The day of an instant: `thứ Ba 24/11/2026`. */
export function formatDay(instant: Date, locale: Locale): string {
  const at = partsOf(instant);
  return `${weekday(at.weekday, locale)} ${at.day}/${at.month}/${at.year}`;
}

/** Hour and day without year and weekday, for dense lists: `10:35 24/11`. */
export function formatShortTime(instant: Date): string {
  const at = partsOf(instant);
  return `${at.hour}:${at.minute} ${at.day}/${at.month}`;
}

/** A calendar day `2026-11-24` as `24/11/2026`. Anything else comes back as it is. */
export function formatDate(day: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return found === null ? day : `${found[3]}/${found[2]}/${found[1]}`;
}

/**
 * A period of figures as it is read: `2026` stays, `2026-10` is `10/2026`, `2026-01/2026-10` is `01–10/2026`.
 *
 * @example formatPeriod('2026-01/2026-10') // '01–10/2026'
 */
export function formatPeriod(period: string): string {
  const [first, last] = period.split('/').map((part) => part.split('-'));
  const one = (parts: readonly string[]) => [...parts].reverse().join('/');
  if (first === undefined) return period;
  if (last === undefined) return one(first);
  const sameYear = first.length === 2 && last.length === 2 && first[0] === last[0];
  return sameYear ? `${first[1]}–${one(last)}` : `${one(first)} – ${one(last)}`;
}

/** The day in Vietnam that holds an instant, as `2026-11-24`. */
export function dayOf(instant: Date): string {
  const at = partsOf(instant);
  return `${at.year}-${at.month}-${at.day}`;
}

function partsOf(instant: Date): Record<string, string> {
  const found = Object.fromEntries(parts.formatToParts(instant).map((part) => [part.type, part.value]));
  // Some ICU versions write midnight as 24.
  return found['hour'] === '24' ? { ...found, hour: '00' } : found;
}

function weekday(short: string | undefined, locale: Locale): string {
  return WEEKDAYS[locale][INDEX[short ?? ''] ?? 0] ?? '';
}
