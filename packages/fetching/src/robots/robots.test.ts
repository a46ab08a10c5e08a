import { describe, expect, it } from 'vitest';
import { checkTarget, type Target } from '../address/target.ts';
import { memoryRobotsCache } from './cache.ts';
import { createRobots, type RobotsAnswer } from './robots.ts';

const HOUR = 3_600_000;
const never = new AbortController().signal;

function target(url: string): Target {
  const checked = checkTarget(url, new Set());
  if (!checked.ok) throw new Error(checked.detail);
  return checked;
}
const page = target('https://bao.example/tin');

/** Robots with a clock that can be set, and what was loaded. */
function robotsWith(...answers: readonly RobotsAnswer[]) {
  let now = new Date('2026-11-16T00:00:00Z');
  let loads = 0;
  const cache = memoryRobotsCache();
  const ask = createRobots(cache, { now: () => now }, 'LamRo');
  return {
    cache,
    loads: () => loads,
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    ask: (at = page, signal = never) =>
      ask(
        at,
        async () => {
          const answer = answers[Math.min(loads, answers.length - 1)];
          loads += 1;
          if (answer === undefined) throw new Error('nothing to load');
          return answer;
        },
        signal,
      ),
  };
}
const answer = (status: number, text = '', retryAfterMs: number | null = null): RobotsAnswer => ({
  ok: true,
  status,
  text,
  retryAfterMs,
});

describe('robots', () => {
  it.each([
    [200, false],
    [299, false],
    [199, true],
    [300, true],
    [404, true],
    [428, true],
    [430, true],
    [499, true],
  ])('reads rules from a %i or finds none', async (status, allowed) => {
    const robots = robotsWith(answer(status, 'User-agent: *\nDisallow: /\nCrawl-delay: 3'));
    expect(await robots.ask()).toEqual({
      ok: true,
      allowed,
      crawlDelayMs: allowed ? null : 3000,
      closedUntil: null,
    });
    robots.pass(24 * HOUR - 1);
    await robots.ask();
    expect(robots.loads()).toBe(1);
    robots.pass(1);
    await robots.ask();
    expect(robots.loads()).toBe(2);
  });

  it.each([
    [429, null, HOUR / 6],
    [500, null, HOUR / 6],
    [599, 5000, HOUR / 6],
    [503, 2 * HOUR, 2 * HOUR],
  ])('keeps an origin closed that answers %i, retry after %s, for %i ms', async (status, retryAfterMs, closedFor) => {
    const robots = robotsWith(answer(status, 'User-agent: *\nAllow: /', retryAfterMs), answer(404));
    expect(await robots.ask()).toEqual({
      ok: true,
      allowed: false,
      crawlDelayMs: null,
      closedUntil: new Date(Date.parse('2026-11-16T00:00:00Z') + closedFor),
    });
    expect(await robots.cache.read('https://bao.example')).toMatchObject({ verdict: 'closed', text: '' });
    robots.pass(closedFor - 1);
    expect(await robots.ask()).toMatchObject({ allowed: false });
    robots.pass(1);
    expect(await robots.ask()).toMatchObject({ allowed: true });
  });

  it('remembers no server that could not be reached, and asks each origin for itself', async () => {
    const broken = {
      ok: false,
      kind: 'dns-failed',
      detail: 'x',
      status: null,
      retryAfterMs: null,
      maybeReceived: false,
    } as const;
    const robots = robotsWith(broken, answer(404), answer(200, 'User-agent: *\nDisallow: /'));
    expect(await robots.ask()).toEqual(broken);
    expect(await robots.ask()).toMatchObject({ allowed: true });
    expect(await robots.ask(target('https://bao.example:8443/tin'))).toMatchObject({ allowed: false });
    expect(await robots.ask(target('https://bao.example/khac'))).toMatchObject({ allowed: true });
    expect(robots.loads()).toBe(3);
  });

  it('asks again for who waited on one that was stopped, and does not for the one that was', async () => {
    const aborted = {
      ok: false,
      kind: 'aborted',
      detail: 'x',
      status: null,
      retryAfterMs: null,
      maybeReceived: true,
    } as const;
    const robots = robotsWith(aborted, answer(404));
    expect(await robots.ask(page, AbortSignal.abort())).toEqual(aborted);
    expect(robots.loads()).toBe(1);
    const others = robotsWith(aborted, answer(404));
    expect(await Promise.all([others.ask(), others.ask()])).toMatchObject([{ allowed: true }, { allowed: true }]);
    expect(others.loads()).toBe(2);
  });

  it('loads again after a load that threw', async () => {
    const robots = robotsWith();
    await expect(robots.ask()).rejects.toThrow('nothing to load');
    await expect(robots.ask()).rejects.toThrow('nothing to load');
    expect(robots.loads()).toBe(2);
  });
});
