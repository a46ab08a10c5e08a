const DAY_MS = 24 * 60 * 60 * 1000;
const LOCAL_OFFSET_MS = 7 * 60 * 60 * 1000;
const WEEKDAYS = ['chủ nhật', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy'];

/** The day so many days later (earlier when negative). Days are `YYYY-MM-DD` in Asia/Ho_Chi_Minh. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function isWeekend(day: string): boolean {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6;
}

/** The local day of an instant. */
export function dayOfInstant(instant: Date): string {
  return new Date(instant.getTime() + LOCAL_OFFSET_MS).toISOString().slice(0, 10);
}

/** The local time of day of an instant, `HH:MM`. */
export function timeOfInstant(instant: Date): string {
  return new Date(instant.getTime() + LOCAL_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant of a local day and time. */
export function instantOf(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+07:00`);
}

/** `thứ hai 05/02/2024`. */
export function showDay(day: string): string {
  return `${WEEKDAYS[weekdayOf(day)]} ${showDate(day)}`;
}

/** `05/02/2024`. */
export function showDate(day: string): string {
  return day.split('-').reverse().join('/');
}
