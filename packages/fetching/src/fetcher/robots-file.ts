import type { Target } from '../address/target.ts';
import { decodeBody } from '../decoding/decoding.ts';
import type { RobotsAnswer } from '../robots/robots.ts';
import type { Agent } from './agent.ts';
import type { Passage, PassageOutcome } from './passage.ts';
import { isRedirect, RedirectTrail } from './redirects.ts';

/** RFC 9309 asks for at least this much of a robots.txt and for at least five redirects on the way to it. */
const ROBOTS_BYTES = 500 * 1024;
const ROBOTS_REDIRECTS = 5;

export interface RobotsLoading {
  readonly passage: Passage;
  readonly agent: Agent;
  readonly loopbackOrigins: ReadonlySet<string>;
  readonly timeoutMs: number;
  /** Milliseconds between requests to a target's host while its robots.txt is not known. */
  readonly delay: (target: Target) => number;
}

/** Fetches the robots.txt of a target's origin through the same guard and gate as everything else. */
export async function loadRobots(
  { passage, agent, loopbackOrigins, timeoutMs, delay }: RobotsLoading,
  target: Target,
  signal: AbortSignal,
): Promise<RobotsAnswer> {
  const start: Target = { ...target, url: new URL('/robots.txt', target.url) };
  const trail = new RedirectTrail(start, ROBOTS_REDIRECTS, loopbackOrigins);
  let at = start;
  for (;;) {
    const outcome = await passage(
      {
        target: at,
        method: 'GET',
        headers: { 'user-agent': agent.header, accept: 'text/plain,*/*;q=0.5', 'accept-encoding': 'gzip, deflate, br' },
        maxBytes: ROBOTS_BYTES,
        overflow: 'truncate',
        timeoutMs,
      },
      delay(at),
      signal,
    );
    if (!outcome.ok) return outcome;
    if (!isRedirect(outcome.status, outcome.headers.location)) return readRobots(outcome);
    const next = trail.follow(at, outcome.headers.location);
    // RFC 9309, 2.3.1.2: a file that hides behind too many redirects counts as absent.
    if (!next.ok) return { ok: true, status: 404, text: '', retryAfterMs: null };
    at = next;
  }
}

async function readRobots(outcome: Extract<PassageOutcome, { ok: true }>): Promise<RobotsAnswer> {
  const { status, retryAfterMs } = outcome;
  const decoded = await decodeBody(outcome.body, outcome.headers['content-encoding'], 8 * ROBOTS_BYTES);
  // An unreadable file is one that the server could not serve: nobody comes until it can.
  if (!decoded.ok) return { ok: true, status: 500, text: '', retryAfterMs };
  return { ok: true, status, text: new TextDecoder().decode(decoded.body.subarray(0, ROBOTS_BYTES)), retryAfterMs };
}
