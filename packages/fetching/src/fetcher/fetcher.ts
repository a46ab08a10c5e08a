import type { Clock, Fetcher, FetchFailureKind, FetchOutcome, FetchRequest, HostGate } from '@lamro/domain';
import { systemClock } from '@lamro/domain';
import type { z } from 'zod';
import { checkTarget, loopbackOriginSet, type Target } from '../address/target.ts';
import { type Resolve, systemResolve } from '../connection/connection.ts';
import { decodeBody } from '../decoding/decoding.ts';
import { createExchange } from '../exchange/exchange.ts';
import { memoryRobotsCache, type RobotsCache } from '../robots/cache.ts';
import { createRobots, type Robots, type RobotsAnswer } from '../robots/robots.ts';
import { type Agent, honestAgent } from './agent.ts';
import { isConditional, requestHeaders } from './headers.ts';
import { type FetchLimits, fetchLimits } from './limits.ts';
import { createPassage, type Passage, type PassageOutcome } from './passage.ts';
import { isRedirect, RedirectTrail } from './redirects.ts';
import { loadRobots } from './robots-file.ts';

export interface FetcherOptions {
  readonly hostGate: HostGate;
  /** Product and version, such as `LamRo/0.1`. */
  readonly userAgent: string;
  /** URL or e-mail address of the operator, for the user agent. */
  readonly contact: string;
  /** Exact origins on literal loopback addresses that may be called: the sample press and tests. Given in memory only. */
  readonly loopbackOrigins?: readonly string[];
  readonly limits?: z.input<typeof fetchLimits>;
  readonly clock?: Clock;
  readonly robotsCache?: RobotsCache;
  /** A source's own spacing for a host in milliseconds, or null. robots.txt may only lengthen it. */
  readonly hostDelayMs?: (host: string) => number | null;
  readonly resolve?: Resolve;
}

/**
 * The way out to any address that came from data.
 *
 * @example
 * const fetcher = createFetcher({ hostGate: memoryHostGate(), userAgent: 'LamRo/0.1', contact: 'https://example.vn/lam-ro' });
 * const outcome = await fetcher.fetch({ url: 'https://example.vn/rss' });
 * if (!outcome.ok) console.error(outcome.kind, outcome.detail);
 *
 * @throws TypeError or ZodError at once for options that cannot be meant; `fetch` itself rejects only when the host gate or
 * the robots cache does
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = fetchLimits.parse(options.limits ?? {});
  const clock = options.clock ?? systemClock;
  const agent = honestAgent(options.userAgent, options.contact);
  const exchange = createExchange(limits, options.resolve ?? systemResolve);
  const setup: Setup = {
    limits,
    clock,
    agent,
    loopbackOrigins: loopbackOriginSet(options.loopbackOrigins ?? []),
    passage: createPassage(options.hostGate, exchange, clock, limits.maxTurnWaitMs),
    robots: createRobots(options.robotsCache ?? memoryRobotsCache(), clock, agent.token),
    sourceDelay: options.hostDelayMs ?? (() => null),
  };
  return { fetch: (request, signal) => fetchPage(setup, request, signal ?? new AbortController().signal) };
}

interface Setup {
  readonly limits: FetchLimits;
  readonly clock: Clock;
  readonly agent: Agent;
  readonly loopbackOrigins: ReadonlySet<string>;
  readonly passage: Passage;
  readonly robots: Robots;
  readonly sourceDelay: (host: string) => number | null;
}

interface Journey {
  readonly request: FetchRequest;
  readonly maxBytes: number;
  /** Milliseconds of network time left; robots.txt has its own. */
  leftMs: number;
  readonly signal: AbortSignal;
}

type Ended = Pick<FetchFailure, 'kind' | 'detail' | 'status' | 'retryAfterMs'>;
type FetchFailure = Extract<FetchOutcome, { ok: false }>;

async function fetchPage(setup: Setup, request: FetchRequest, signal: AbortSignal): Promise<FetchOutcome> {
  const { limits } = setup;
  const journey: Journey = {
    request,
    maxBytes: request.maxBytes ?? limits.maxBytes,
    leftMs: request.timeoutMs ?? limits.timeoutMs,
    signal,
  };
  const start = checkTarget(request.url, setup.loopbackOrigins);
  if (!start.ok) return failure(setup, request, [], { ...start, status: null, retryAfterMs: null });
  const trail = new RedirectTrail(start, limits.maxRedirects, setup.loopbackOrigins);
  let target = start;
  for (;;) {
    const outcome = await visit(setup, journey, target);
    if (!outcome.ok) return failure(setup, request, trail.urls, outcome);
    const { location } = outcome.headers;
    if (!isRedirect(outcome.status, location)) return arrive(setup, journey, target, trail.urls, outcome);
    const next = trail.follow(target, location);
    if (!next.ok) return failure(setup, request, trail.urls, { ...next, status: outcome.status, retryAfterMs: null });
    target = next;
  }
}

/** Asks robots.txt, waits for a turn and makes one request. */
async function visit(setup: Setup, journey: Journey, target: Target): Promise<PassageOutcome> {
  const permission = await setup.robots(target, () => robotsFile(setup, target, journey.signal), journey.signal);
  if (!permission.ok) return { ...permission, detail: `Không đọc được robots.txt. ${permission.detail}`, networkMs: 0 };
  if (!permission.allowed) return robotsRefusal(setup, target, permission.closedUntil);
  const outcome = await setup.passage(
    {
      target,
      method: 'GET',
      headers: requestHeaders(setup.agent, journey.request),
      maxBytes: journey.maxBytes,
      overflow: 'fail',
      timeoutMs: journey.leftMs,
    },
    delayFor(setup, target, permission.crawlDelayMs),
    journey.signal,
  );
  journey.leftMs = Math.max(1, journey.leftMs - outcome.networkMs);
  return outcome;
}

function robotsRefusal(setup: Setup, target: Target, closedUntil: Date | null): PassageOutcome {
  const detail =
    closedUntil === null
      ? `Tệp robots.txt của «${target.url.host}» không cho phép thu thập địa chỉ này.`
      : `Máy chủ «${target.url.host}» đang lỗi khi trả robots.txt; tạm dừng thu thập và sẽ thử lại.`;
  const retryAfterMs = closedUntil === null ? null : Math.max(0, closedUntil.getTime() - setup.clock.now().getTime());
  return { ok: false, kind: 'robots-refused', detail, status: null, retryAfterMs, maybeReceived: false, networkMs: 0 };
}

function robotsFile(setup: Setup, target: Target, signal: AbortSignal): Promise<RobotsAnswer> {
  const { passage, agent, limits, loopbackOrigins } = setup;
  const delay = (at: Target): number => delayFor(setup, at, null);
  return loadRobots({ passage, agent, loopbackOrigins, timeoutMs: limits.timeoutMs, delay }, target, signal);
}

/** The source's own spacing if it has one, else the file's, else the default; the file may only lengthen the source's. */
function delayFor(setup: Setup, target: Target, crawlDelayMs: number | null): number {
  const asked = crawlDelayMs === null ? null : Math.min(crawlDelayMs, setup.limits.maxCrawlDelayMs);
  const source = setup.sourceDelay(target.url.host);
  return source === null ? (asked ?? setup.limits.hostDelayMs) : Math.max(source, asked ?? 0);
}

async function arrive(
  setup: Setup,
  journey: Journey,
  target: Target,
  redirects: readonly string[],
  outcome: Extract<PassageOutcome, { ok: true }>,
): Promise<FetchOutcome> {
  const { request } = journey;
  const { status, headers } = outcome;
  const ended = endOf(outcome, target, isConditional(request));
  if (ended !== null) return failure(setup, request, redirects, ended);
  const maxDecoded = Math.ceil((journey.maxBytes * setup.limits.maxDecodedBytes) / setup.limits.maxBytes);
  const decoded = await decodeBody(outcome.body, headers['content-encoding'], maxDecoded);
  if (!decoded.ok) {
    const detail = `Không giải nén được nội dung của «${target.url.host}»: ${decoded.why}.`;
    return failure(setup, request, redirects, { kind: decoded.kind, detail, status, retryAfterMs: null });
  }
  return {
    ok: true,
    requestedUrl: request.url,
    url: target.url.href,
    status,
    notModified: status === 304,
    headers,
    body: decoded.body,
    redirects,
    fetchedAt: setup.clock.now(),
  };
}

/** Why an answer is no page, or null when it is one. */
function endOf(
  { status, retryAfterMs }: Extract<PassageOutcome, { ok: true }>,
  target: Target,
  conditional: boolean,
): Ended | null {
  if ((status >= 200 && status <= 299) || (status === 304 && conditional)) return null;
  const { host } = target.url;
  const ended = (kind: FetchFailureKind, detail: string): Ended => ({ kind, detail, status, retryAfterMs });
  if (status === 429) return ended('rate-limited', `Máy chủ «${host}» đề nghị giãn tần suất (HTTP 429).`);
  if (status >= 500) return ended('http-server-error', `Máy chủ «${host}» báo lỗi (HTTP ${status}); sẽ thử lại sau.`);
  if (status >= 400) return ended('http-client-error', `Máy chủ «${host}» không cho đọc trang (HTTP ${status}).`);
  return ended('protocol-error', `Máy chủ «${host}» trả lời HTTP ${status} mà không kèm nội dung hay nơi chuyển đến.`);
}

function failure(setup: Setup, request: FetchRequest, redirects: readonly string[], ended: Ended): FetchFailure {
  const { kind, detail, status, retryAfterMs } = ended;
  return {
    ok: false,
    requestedUrl: request.url,
    kind,
    detail,
    status,
    retryAfterMs,
    redirects,
    fetchedAt: setup.clock.now(),
  };
}
