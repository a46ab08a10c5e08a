import { describe, expect, it } from 'vitest';
import { memoryRobotsCache, type RobotsRecord } from './cache.ts';

const record = (origin: string, chars: number): RobotsRecord => ({
  origin,
  verdict: 'rules',
  text: 'x'.repeat(chars),
  expiresAt: new Date('2026-11-17T00:00:00Z'),
});

describe('memoryRobotsCache', () => {
  it('forgets what was written longest ago when it holds too many characters', async () => {
    const cache = memoryRobotsCache(10);
    for (const origin of ['a', 'b', 'a', 'c']) await cache.write(record(origin, 5));
    expect(await cache.read('b')).toBeNull();
    expect(await cache.read('a')).not.toBeNull();
    expect(await cache.read('c')).not.toBeNull();
  });

  it('forgets what was written longest ago when it holds too many origins', async () => {
    const cache = memoryRobotsCache(1000, 2);
    for (const origin of ['a', 'b', 'c']) await cache.write(record(origin, 1));
    expect(await cache.read('a')).toBeNull();
    expect(await cache.read('b')).not.toBeNull();
  });

  it('holds exactly as much as it may, and counts a text that is written again once', async () => {
    const cache = memoryRobotsCache(10, 2);
    for (const origin of ['a', 'a', 'a', 'b']) await cache.write(record(origin, 5));
    expect(await cache.read('a')).not.toBeNull();
    expect(await cache.read('b')).not.toBeNull();
    await cache.write(record('c', 10));
    expect(await cache.read('a')).toBeNull();
    expect(await cache.read('b')).toBeNull();
    expect(await cache.read('c')).toEqual(record('c', 10));
  });
});
