import type { Rhythm } from '../crawler.ts';

export interface CheckOutcome {
  readonly intervalSeconds: number;
  readonly succeeded: boolean;
  /** Share of what the source lists that was new, 0 to 1. */
  readonly newShare: number;
  readonly failuresBefore: number;
  readonly retryAfterMs: number | null;
  /** Seconds for which the server says that its answer stays the same. */
  readonly freshSeconds: number;
}

const FASTER = 0.7;
/** Where most of a listing is new, older items may have left it unseen. */
const MUCH_FASTER = 0.4;
const MUCH = 0.5;
const SLOWER = 1.3;
const JITTER = 0.1;
const MOST_DOUBLINGS = 6;

/**
 * The next interval of a source and the wait until its next check, in seconds: shorter while it publishes, longer while it
 * is quiet, doubled with each failure in a row, never sooner than its server asked or said that anything could change, and
 * jittered so that sources spread out.
 *
 * @param random 0 to 1
 */
export function nextCheck(
  outcome: CheckOutcome,
  rhythm: Rhythm,
  random: number,
): { intervalSeconds: number; waitSeconds: number } {
  const clamp = (seconds: number) =>
    Math.min(rhythm.longestSeconds, Math.max(rhythm.shortestSeconds, Math.round(seconds)));
  const jitter = 1 + JITTER * (2 * random - 1);
  if (!outcome.succeeded) {
    const backedOff = outcome.intervalSeconds * 2 ** Math.min(MOST_DOUBLINGS, outcome.failuresBefore + 1);
    const asked = (outcome.retryAfterMs ?? 0) / 1000;
    return {
      intervalSeconds: clamp(outcome.intervalSeconds),
      waitSeconds: Math.max(asked, Math.round(clamp(backedOff) * jitter)),
    };
  }
  const intervalSeconds = clamp(outcome.intervalSeconds * paceOf(outcome.newShare));
  // A server may claim that its listing holds for a year; beyond our longest interval nobody is believed.
  const fresh = Math.min(rhythm.longestSeconds, outcome.freshSeconds);
  return { intervalSeconds, waitSeconds: Math.max(1, fresh, Math.round(intervalSeconds * jitter)) };
}

function paceOf(newShare: number): number {
  if (newShare === 0) return SLOWER;
  return newShare >= MUCH ? MUCH_FASTER : FASTER;
}
