import type { WorkCalendar } from '../calendar/calendar.ts';
import { addDays } from '../calendar/day.ts';
import type { Profile } from '../profile/profile.ts';
import type { ReportDuty } from '../profile/schema.ts';

/** One occasion on which a report or a piece of information is owed. */
export interface ReportOccasion {
  readonly duty: ReportDuty;
  /** Last local day on which it is in time: "trước ngày 15/11" ends on the 14th. */
  readonly lastDay: string;
  /** The same, or the working day before it when nobody works that day. */
  readonly lastWorkingDay: string;
  /** Days on which to remind, earliest first. */
  readonly remindOn: readonly string[];
}

const REMIND_DAYS_BEFORE = [14, 3];

/** The occasions of a year, in order of their last day. Duties without a day (ad hoc, undated) have none. */
export function reportOccasions(profile: Profile, calendar: WorkCalendar, year: number): ReportOccasion[] {
  return profile.reports
    .flatMap((duty) => lastDays(duty, year).map((lastDay) => occasion(calendar, duty, lastDay)))
    .sort((a, b) => a.lastDay.localeCompare(b.lastDay));
}

function lastDays(duty: ReportDuty, year: number): string[] {
  if (duty.month !== null && duty.day !== null) {
    const named = `${year}-${pad(duty.month)}-${pad(duty.day)}`;
    return [duty.inclusive ? named : addDays(named, -1)];
  }
  switch (duty.kind) {
    case 'monthly-information':
      return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => endOfMonth(year, month));
    case 'quarterly-information':
      return [3, 6, 9, 12].map((month) => endOfMonth(year, month));
    case 'yearly-information':
      return [endOfMonth(year, 12)];
    default:
      return [];
  }
}

function occasion(calendar: WorkCalendar, duty: ReportDuty, lastDay: string): ReportOccasion {
  let lastWorkingDay = lastDay;
  while (calendar.restReason(lastWorkingDay) !== null) lastWorkingDay = addDays(lastWorkingDay, -1);
  return { duty, lastDay, lastWorkingDay, remindOn: REMIND_DAYS_BEFORE.map((days) => addDays(lastDay, -days)) };
}

function endOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
