import { describe, expect, it } from 'vitest';
import { freshSeconds } from './freshness.ts';

const now = new Date('2026-11-22T03:00:00Z');

describe('freshSeconds', () => {
  it.each([
    [{ 'cache-control': 'public, max-age=600' }, 600],
    [{ 'cache-control': 'max-age=600', age: '200' }, 400],
    [{ 'cache-control': 'max-age=60, s-maxage=900' }, 900],
    [{ 'cache-control': 'no-cache, max-age=600' }, 0],
    [{ expires: 'Sun, 22 Nov 2026 03:10:00 GMT' }, 600],
    [{ expires: 'Sun, 22 Nov 2026 02:10:00 GMT' }, 0],
    [{ expires: '0' }, 0],
    [{ 'cache-control': 'max-age=600', expires: '0' }, 600],
    [{ 'cache-control': 'max-age=soon' }, 0],
    [{}, 0],
  ])('%j: %d', (headers, seconds) => {
    expect(freshSeconds(headers as Record<string, string>, now)).toBe(seconds);
  });
});
