import { z } from 'zod';

const DAY = 24 * 60;

/** Viet Nam has kept UTC+7 without summer time since 1975. */
const ZONE_MINUTES = 7 * 60;

const timeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'Giờ phải có dạng HH:MM, ví dụ 21:30.' })
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** Hours in which a person is left in peace, in Vietnamese time; may pass over midnight. Equal ends mean never. */
export const quietHours = z.strictObject({ from: timeOfDay, to: timeOfDay });

export type QuietHours = z.output<typeof quietHours>;

/**
 * When a notice that is ready at `now` may be sent: at once, or at the end of the quiet hours.
 *
 * @param quiet as {@link quietHours} parses it; null for a person without quiet hours
 */
export function sendableAt(now: Date, quiet: QuietHours | null): Date {
  if (quiet === null || quiet.from === quiet.to) return now;
  const minute = minuteOfDay(now);
  const length = (quiet.to - quiet.from + DAY) % DAY;
  const since = (minute - quiet.from + DAY) % DAY;
  return since >= length ? now : minutesLater(now, length - since);
}

/**
 * The next moment at which a person's collected notices go out, strictly after `now`.
 *
 * @param hours hours of the day in Vietnamese time, from 0 to 23, at least one
 */
export function nextDigestAt(now: Date, hours: readonly number[]): Date {
  const minute = minuteOfDay(now);
  const waits = hours.map((hour) => (hour * 60 - minute + DAY) % DAY || DAY);
  if (waits.length === 0) throw new RangeError('A digest needs at least one hour of the day');
  return minutesLater(now, Math.min(...waits));
}

function minuteOfDay(at: Date): number {
  return (Math.floor(at.getTime() / 60_000) + ZONE_MINUTES) % DAY;
}

function minutesLater(at: Date, minutes: number): Date {
  return new Date((Math.floor(at.getTime() / 60_000) + minutes) * 60_000);
}
