const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The first instant after a local day in Vietnam, which has had no change of the clock since 1975. */
export function endOfDay(day: string): Date {
  if (!DAY.test(day)) throw new RangeError(`ngày phải viết như 2026-11-22, không phải "${day}"`);
  const start = new Date(`${day}T00:00:00+07:00`);
  return new Date(start.getTime() + 24 * 3600 * 1000);
}

/** The local day of an instant. */
export function localDay(at: Date): string {
  return new Date(at.getTime() + 7 * 3600 * 1000).toISOString().slice(0, 10);
}

/** The local day so many days later. */
export function dayAfter(day: string, days: number): string {
  const noon = new Date(`${day}T12:00:00Z`);
  return new Date(noon.getTime() + days * 24 * 3600 * 1000).toISOString().slice(0, 10);
}
