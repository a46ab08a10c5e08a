const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Pauses after the first, second, … failed attempt, as the Standard Webhooks specification proposes; about three days. */
const PAUSES = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

/** Share of a pause by which it is moved at most, so that what failed together does not come back together. */
const JITTER = 0.2;

/**
 * Milliseconds to wait after a failed attempt, or null when the notice is given up and left to a person.
 *
 * @param attempt attempts made so far, from 1
 * @param retryAfterMs what the other side asked for; the pause is never shorter
 * @param random from 0 up to 1
 */
export function retryPauseMs(
  attempt: number,
  retryAfterMs: number | null,
  random: () => number = Math.random,
): number | null {
  const pause = PAUSES[attempt - 1];
  if (pause === undefined) return null;
  const moved = Math.round(pause * (1 - JITTER + 2 * JITTER * random()));
  return Math.max(moved, retryAfterMs ?? 0);
}
