import { describe, expect, it } from 'vitest';
import { nextCheck } from './next-check.ts';

const rhythm = { shortestSeconds: 300, longestSeconds: 21_600 };
const quiet = {
  intervalSeconds: 1_000,
  succeeded: true,
  newShare: 0,
  failuresBefore: 0,
  retryAfterMs: null,
  freshSeconds: 0,
};

describe('nextCheck', () => {
  it('comes sooner to a source that publishes and later to a quiet one, within bounds', () => {
    expect(nextCheck({ ...quiet, newShare: 0.1 }, rhythm, 0.5).intervalSeconds).toBe(700);
    expect(nextCheck(quiet, rhythm, 0.5).intervalSeconds).toBe(1_300);
    expect(nextCheck({ ...quiet, newShare: 0.1, intervalSeconds: 310 }, rhythm, 0.5).intervalSeconds).toBe(300);
    expect(nextCheck({ ...quiet, intervalSeconds: 21_000 }, rhythm, 0.5).intervalSeconds).toBe(21_600);
  });

  it('doubles with each failure in a row and keeps the interval for when it is well again', () => {
    const failing = { ...quiet, succeeded: false };
    expect(nextCheck(failing, rhythm, 0.5)).toEqual({ intervalSeconds: 1_000, waitSeconds: 2_000 });
    expect(nextCheck({ ...failing, failuresBefore: 2 }, rhythm, 0.5).waitSeconds).toBe(8_000);
    expect(nextCheck({ ...failing, failuresBefore: 50 }, rhythm, 0.5).waitSeconds).toBe(21_600);
  });

  it('never comes before the server asked for', () => {
    expect(nextCheck({ ...quiet, succeeded: false, retryAfterMs: 90_000_000 }, rhythm, 0.5).waitSeconds).toBe(90_000);
  });

  it('hurries where most of a listing is new', () => {
    expect(nextCheck({ ...quiet, newShare: 0.8 }, rhythm, 0.5).intervalSeconds).toBe(400);
  });

  it('comes no sooner than the server says that anything can change, within its own longest interval', () => {
    expect(nextCheck({ ...quiet, freshSeconds: 3_000 }, rhythm, 0.5).waitSeconds).toBe(3_000);
    expect(nextCheck({ ...quiet, freshSeconds: 31_536_000 }, rhythm, 0.5).waitSeconds).toBe(21_600);
  });

  it('spreads checks by a tenth to either side', () => {
    expect(nextCheck(quiet, rhythm, 0).waitSeconds).toBe(1_170);
    expect(nextCheck(quiet, rhythm, 1).waitSeconds).toBe(1_430);
  });
});
