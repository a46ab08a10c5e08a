import type { Clock } from '@lamro/domain';
import type { Target } from '../address/target.ts';
import type { BrokenExchange } from '../exchange/exchange.ts';
import type { RobotsCache, RobotsRecord } from './cache.ts';
import { type Permission, readRules, tidyRobots } from './rules.ts';

const HOUR = 60 * 60 * 1000;

/** RFC 9309, 2.4: not longer than a day. */
const RULES_FOR = 24 * HOUR;

/** How long an origin stays closed after it answered 5xx or 429, unless it names a time itself. */
const CLOSED_FOR = HOUR / 6;

/** What fetching a robots.txt with its redirects came to. */
export type RobotsAnswer =
  | { readonly ok: true; readonly status: number; readonly text: string; readonly retryAfterMs: number | null }
  | BrokenExchange;

export type RobotsPermission = (Permission & { readonly ok: true; readonly closedUntil: Date | null }) | BrokenExchange;

/** Asks whether we may fetch `target`, fetching the origin's robots.txt where the cache holds none. */
export type Robots = (
  target: Target,
  load: () => Promise<RobotsAnswer>,
  signal: AbortSignal,
) => Promise<RobotsPermission>;

/**
 * robots.txt by RFC 9309: 2xx are rules, 4xx means that there are none, 5xx and 429 close the origin for a while. A server
 * that cannot be reached at all is not remembered: its failure is the page's failure.
 *
 * @param agent our product token
 */
export function createRobots(cache: RobotsCache, clock: Clock, agent: string): Robots {
  const loading = new Map<string, Promise<RobotsRecord | BrokenExchange>>();
  const recordFor = async (
    origin: string,
    load: () => Promise<RobotsAnswer>,
  ): Promise<RobotsRecord | BrokenExchange> => {
    const known = await cache.read(origin);
    if (known !== null && known.expiresAt > clock.now()) return known;
    return once(loading, origin, () => refresh(origin, load, cache, clock));
  };
  return async (target, load, signal) => {
    let record = await recordFor(target.url.origin, load);
    // Whoever began the shared request may have been told to stop; that is no answer for those who wait on it.
    while ('ok' in record && record.kind === 'aborted' && !signal.aborted)
      record = await recordFor(target.url.origin, load);
    return 'ok' in record ? record : permission(record, target.url, agent);
  };
}

function permission(record: RobotsRecord, url: URL, agent: string): RobotsPermission {
  switch (record.verdict) {
    case 'open':
      return { ok: true, allowed: true, crawlDelayMs: null, closedUntil: null };
    case 'closed':
      return { ok: true, allowed: false, crawlDelayMs: null, closedUntil: record.expiresAt };
    case 'rules':
      return { ok: true, ...readRules(record.text, url, agent), closedUntil: null };
  }
}

async function refresh(
  origin: string,
  load: () => Promise<RobotsAnswer>,
  cache: RobotsCache,
  clock: Clock,
): Promise<RobotsRecord | BrokenExchange> {
  const answer = await load();
  if (!answer.ok) return answer;
  const record = recordOf(origin, answer, clock.now());
  await cache.write(record);
  return record;
}

function recordOf(origin: string, answer: Extract<RobotsAnswer, { ok: true }>, now: Date): RobotsRecord {
  const until = (ms: number): Date => new Date(now.getTime() + ms);
  if (answer.status >= 200 && answer.status <= 299) {
    return { origin, verdict: 'rules', text: tidyRobots(answer.text), expiresAt: until(RULES_FOR) };
  }
  if (answer.status >= 500 || answer.status === 429) {
    return { origin, verdict: 'closed', text: '', expiresAt: until(Math.max(CLOSED_FOR, answer.retryAfterMs ?? 0)) };
  }
  return { origin, verdict: 'open', text: '', expiresAt: until(RULES_FOR) };
}

/** Callers that ask for the same origin at once share one request. */
async function once<T>(running: Map<string, Promise<T>>, key: string, start: () => Promise<T>): Promise<T> {
  const current = running.get(key);
  if (current !== undefined) return current;
  const started = start().finally(() => running.delete(key));
  running.set(key, started);
  return started;
}
