import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { addDays, dayOfInstant, isWeekend } from './day.ts';
import type { CalendarFile } from './schema.ts';

// The package is CommonJS with a default export that only `require` sees as its types declare it.
const HolidayRules: typeof Holidays = createRequire(import.meta.url)('date-holidays');
const rules = new HolidayRules('VN', { languages: ['vi'], types: ['public'] });
const TET_DAYS = 5;
const TET_RULE = /vietnamese 1-0-1/;

/** A public holiday, or the working day that stands in for one that fell on a weekend. */
export interface DayOff {
  readonly day: string;
  readonly why: string;
}

/**
 * The public holidays of a year with the days that make up for those on a weekend (Labour Code 2019, article 111.3).
 * The lunar New Year has five days; the calendar file says where they begin when not on the eve.
 */
export function daysOffIn(year: number, file: CalendarFile): DayOff[] {
  const holidays = statutoryDays(year, file);
  const taken = new Set(holidays.map((holiday) => holiday.day));
  const makeUp = holidays.flatMap((holiday) => {
    if (!isWeekend(holiday.day)) return [];
    const day = nextFree(holiday.day, taken);
    taken.add(day);
    return [{ day, why: `nghỉ bù ${holiday.why}` }];
  });
  return [...holidays, ...makeUp];
}

function statutoryDays(year: number, file: CalendarFile): DayOff[] {
  const found = new Map<string, string>();
  const add = (day: string, why: string): void => {
    if (!found.has(day)) found.set(day, why);
  };
  const decidedTet = file.tet.find((entry) => entry.year === year);
  for (let index = 0; decidedTet !== undefined && index < TET_DAYS; index += 1)
    add(addDays(decidedTet.from, index), 'Tết Nguyên đán');
  for (const holiday of rules.getHolidays(year)) {
    const isTet = TET_RULE.test(holiday.rule);
    if (holiday.type !== 'public' || (isTet && decidedTet !== undefined)) continue;
    const last = dayOfInstant(new Date(holiday.end.getTime() - 1));
    for (let day = dayOfInstant(holiday.start); day <= last; day = addDays(day, 1))
      add(day, isTet ? 'Tết Nguyên đán' : holiday.name);
  }
  for (const holiday of file.yearly) if (year >= holiday.since) add(`${year}-${holiday.day}`, holiday.why);
  for (const extra of file.daysOff) if (extra.date.startsWith(`${year}-`)) add(extra.date, extra.why);
  return [...found].map(([day, why]) => ({ day, why })).sort((a, b) => a.day.localeCompare(b.day));
}

function nextFree(after: string, taken: ReadonlySet<string>): string {
  let day = addDays(after, 1);
  while (isWeekend(day) || taken.has(day)) day = addDays(day, 1);
  return day;
}
