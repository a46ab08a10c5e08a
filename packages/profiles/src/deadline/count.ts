import type { WorkCalendar } from '../calendar/calendar.ts';
import { addDays, dayOfInstant, instantOf, showDay, timeOfInstant } from '../calendar/day.ts';
import type { DeadlineRule } from '../profile/schema.ts';

/** An instant with the steps that lead to it. */
export interface Counted {
  readonly dueAt: Date;
  readonly steps: readonly string[];
}

/** No calendar rests for so long; a longer search means the calendar has no working day. */
const LONGEST_REST_DAYS = 60;

/**
 * Counts a time limit from an instant. The day of the event itself is not counted (Civil Code 2015, article 147.2);
 * a limit in days that ends on a rest day ends on the next working day (article 148.5).
 */
export function count(calendar: WorkCalendar, unit: DeadlineRule['unit'], amount: number, start: Date): Counted {
  switch (unit) {
    case 'hours':
      return { dueAt: new Date(start.getTime() + amount * 3_600_000), steps: [`Cộng ${amount} giờ liên tục`] };
    case 'working-hours':
      return countWorkingHours(calendar, amount, start);
    case 'days':
      return countDays(calendar, amount, start);
    case 'working-days':
      return countWorkingDays(calendar, amount, start);
  }
}

function countWorkingDays(calendar: WorkCalendar, amount: number, start: Date): Counted {
  const first = dayOfInstant(start);
  const steps = [`Không tính ngày bắt đầu ${showDay(first)}`];
  let day = first;
  for (let counted = 1; counted <= amount; counted += 1) {
    const next = nextWorkingDay(calendar, addDays(day, 1));
    steps.push(...next.skipped, `Ngày làm việc ${counted}: ${showDay(next.day)}`);
    day = next.day;
  }
  return { dueAt: closingOf(calendar, day), steps };
}

function countDays(calendar: WorkCalendar, amount: number, start: Date): Counted {
  const first = dayOfInstant(start);
  const last = addDays(first, amount);
  const next = nextWorkingDay(calendar, last);
  const moved = next.day === last ? [] : [`Ngày cuối là ngày nghỉ nên chuyển sang ${showDay(next.day)}`];
  const steps = [
    `Không tính ngày bắt đầu ${showDay(first)}`,
    `Cộng ${amount} ngày: ${showDay(last)}`,
    ...next.skipped,
    ...moved,
  ];
  return { dueAt: closingOf(calendar, next.day), steps };
}

function countWorkingHours(calendar: WorkCalendar, amount: number, start: Date): Counted {
  const steps: string[] = [];
  let left = amount * 3_600_000;
  let at = start;
  for (;;) {
    const next = nextWorkingDay(calendar, dayOfInstant(at));
    steps.push(...next.skipped);
    for (const hours of calendar.officeHours) {
      const opens = Math.max(instantOf(next.day, hours.from).getTime(), at.getTime());
      const closes = instantOf(next.day, hours.to).getTime();
      if (opens >= closes) continue;
      const used = Math.min(left, closes - opens);
      left -= used;
      const end = new Date(opens + used);
      steps.push(
        `${showDay(next.day)}: ${timeOfInstant(new Date(opens))}–${timeOfInstant(end)}, còn ${showHours(left)}`,
      );
      if (left === 0) return { dueAt: end, steps };
    }
    at = instantOf(addDays(next.day, 1), '00:00');
  }
}

function showHours(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  return minutes % 60 === 0 ? `${minutes / 60} giờ` : `${Math.floor(minutes / 60)} giờ ${minutes % 60} phút`;
}

function nextWorkingDay(calendar: WorkCalendar, from: string): { day: string; skipped: string[] } {
  const skipped: string[] = [];
  let day = from;
  for (let reason = calendar.restReason(day); reason !== null; reason = calendar.restReason(day)) {
    if (skipped.length > LONGEST_REST_DAYS) throw new Error(`lịch không có ngày làm việc nào sau ${from}`);
    skipped.push(`Bỏ qua ${showDay(day)} (${reason})`);
    day = addDays(day, 1);
  }
  return { day, skipped };
}

function closingOf(calendar: WorkCalendar, day: string): Date {
  return instantOf(day, calendar.officeHours.at(-1)?.to ?? '17:00');
}
