/** No server may hold us off for longer than this by one header. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

/**
 * Reads a Retry-After header (RFC 9110, 10.2.3): seconds, or a date.
 *
 * @returns milliseconds from `now`, at least 0 and at most a day; null when there is none or it cannot be read
 */
export function parseRetryAfter(value: string | undefined, now: Date): number | null {
  const text = value?.trim();
  if (text === undefined) return null;
  if (/^\d{1,12}$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_MS);
  const date = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.min(Math.max(date - now.getTime(), 0), LONGEST_MS);
}
