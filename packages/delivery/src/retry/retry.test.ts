import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryPauseMs } from './retry.ts';

describe('retryPauseMs', () => {
  it.each([
    [1, 60_000],
    [2, 300_000],
    [4, 7_200_000],
    [9, 86_400_000],
    [10, null],
    [0, null],
  ])('after attempt %s: %s', (attempt, expected) => {
    expect(retryPauseMs(attempt, null, () => 0.5)).toBe(expected);
  });

  it('moves a pause by a fifth at most, and never below what was asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, random) => {
          const middle = retryPauseMs(attempt, null, () => 0.5) ?? 0;
          const pause = retryPauseMs(attempt, null, () => random) ?? 0;
          expect(Math.abs(pause - middle)).toBeLessThanOrEqual(middle * 0.2 + 1);
          expect(retryPauseMs(attempt, 10 * 86_400_000, () => random)).toBe(10 * 86_400_000);
        },
      ),
    );
  });
});
