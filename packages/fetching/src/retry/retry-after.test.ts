import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const now = new Date('2026-11-16T00:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

describe('parseRetryAfter', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['0', 0],
    ['120', 120_000],
    [' 5 ', 5_000],
    ['999999999', DAY],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['9'.repeat(400), null],
    ['Mon, 16 Nov 2026 00:01:00 GMT', 60_000],
    ['Monday, 16-Nov-26 00:01:00 GMT', 60_000],
    ['Mon Nov 16 00:01:00 2026 GMT', 60_000],
    ['Sun, 15 Nov 2026 00:00:00 GMT', 0],
    ['Mon, 16 Nov 2099 00:00:00 GMT', DAY],
    ['Mon, 99 Nov 2026 00:00:00 GMT', null],
  ])('%s → %s', (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected);
  });
});
