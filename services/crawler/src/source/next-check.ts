import type { Rhythm } from '../crawler.ts';

export interface CheckOutcome {
  readonly intervalSeconds: number;
  readonly succeeded: boolean;
  readonly foundNew: boolean;
  readonly failuresBefore: number;
  readonly retryAfterMs: number | null;
}

const FASTER = 0.7;
const SLOWER = 1.3;
const JITTER = 0.1;
const MOST_DOUBLINGS = 6;

/**
 * The next interval of a source and the wait until its next check, in seconds: shorter while it publishes, longer while it
 * is quiet, doubled with each failure in a row, never sooner than its server asked, and jittered so that sources spread out.
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
  const intervalSeconds = clamp(outcome.intervalSeconds * (outcome.foundNew ? FASTER : SLOWER));
  return { intervalSeconds, waitSeconds: Math.max(1, Math.round(intervalSeconds * jitter)) };
}
