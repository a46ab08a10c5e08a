import { Client, type Dispatcher } from 'undici';
import type { Target } from '../address/target.ts';
import { guardedConnector, loopbackOnly, publicOnly, type Resolve } from '../connection/connection.ts';
import { type Deadline, deadline } from '../deadline/deadline.ts';
import { type Failure, failureOf, type Stage } from '../failure/failure.ts';
import { ByteCollector } from './byte-collector.ts';

export interface ExchangeLimits {
  /** Milliseconds for resolving, TCP and TLS. */
  readonly connectMs: number;
  /** Milliseconds of silence after which a server is given up. */
  readonly idleMs: number;
  /** Bytes of the response's headers. */
  readonly maxHeaderBytes: number;
}

export interface ExchangeRequest {
  readonly target: Target;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: Uint8Array;
  /** Most bytes of the body as sent; what comes after them is an overflow. */
  readonly maxBytes: number;
  /** `truncate` keeps what came before the overflow, `fail` answers `too-large`. */
  readonly overflow: 'fail' | 'truncate';
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
}

export interface Response {
  readonly ok: true;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As sent, still compressed; empty unless the status is 2xx, because nothing else is read. */
  readonly body: Uint8Array;
}

export interface BrokenExchange extends Failure {
  readonly ok: false;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  /** False only when the other side cannot have seen the request. */
  readonly maybeReceived: boolean;
}

/** One request and its answer on a connection of its own. Never throws for what the other side does. */
export type Exchange = (request: ExchangeRequest, signal: AbortSignal) => Promise<Response | BrokenExchange>;

/**
 * Builds the function through which every request of this package leaves.
 *
 * Each exchange opens and closes its own connection: what a server leaves in a socket can never be read as the answer to
 * another request, and no pool keeps an address open that was judged long ago.
 */
export function createExchange(limits: ExchangeLimits, resolve: Resolve): Exchange {
  return async (request, signal) => {
    const limit = deadline(signal, request.timeoutMs);
    const progress: Progress = { stage: 'before-response', status: null };
    const client = clientFor(request.target, limits, resolve);
    try {
      return await converse(client, request, limit, progress);
    } catch (error) {
      return {
        ok: false,
        status: progress.status,
        retryAfterMs: null,
        ...broken(error, request.target, signal, limit, progress.stage),
      };
    } finally {
      limit.clear();
      await client.destroy();
    }
  };
}

/** Interim answers (100, 103) before the real one; honest servers send one or two. */
const MAX_INFORMATIONAL = 16;

class InformationalFlood extends Error {
  readonly code = 'INFORMATIONAL_FLOOD';
}

interface Progress {
  stage: Stage;
  status: number | null;
}

function clientFor(target: Target, limits: ExchangeLimits, resolve: Resolve): Client {
  return new Client(target.url.origin, {
    connect: guardedConnector({
      resolve,
      refuse: target.loopback ? loopbackOnly : publicOnly,
      timeoutMs: limits.connectMs,
    }),
    maxHeaderSize: limits.maxHeaderBytes,
    headersTimeout: limits.idleMs,
    bodyTimeout: limits.idleMs,
    allowH2: false,
    useMilo: false,
  });
}

async function converse(
  client: Client,
  request: ExchangeRequest,
  limit: Deadline,
  progress: Progress,
): Promise<Response | BrokenExchange> {
  let hints = 0;
  const response = await client.request({
    method: request.method,
    path: request.target.url.pathname + request.target.url.search,
    headers: { ...request.headers },
    body: request.payload ?? null,
    reset: true,
    signal: limit.signal,
    onInfo: () => {
      hints += 1;
      if (hints > MAX_INFORMATIONAL) limit.abort(new InformationalFlood());
    },
  });
  progress.stage = 'in-body';
  progress.status = response.statusCode;
  const headers = flatten(response.headers);
  if (response.statusCode < 200 || response.statusCode > 299) {
    discard(response.body);
    return { ok: true, status: response.statusCode, headers, body: new Uint8Array() };
  }
  const body = await readBody(response, headers['content-length'], request);
  return body === null
    ? tooLarge(request, response.statusCode)
    : { ok: true, status: response.statusCode, headers, body };
}

/** The bytes, or null when there are more than allowed. */
async function readBody(
  response: Dispatcher.ResponseData,
  announced: string | undefined,
  request: ExchangeRequest,
): Promise<Uint8Array | null> {
  if (request.overflow === 'fail' && Number(announced) > request.maxBytes) {
    discard(response.body);
    return null;
  }
  const collector = new ByteCollector(request.maxBytes);
  for await (const chunk of response.body) {
    if (chunk instanceof Uint8Array && !collector.add(chunk))
      return request.overflow === 'truncate' ? collector.bytes() : null;
  }
  return collector.bytes();
}

/** Closes a body that nobody wants; the error which that raises in the stream concerns nobody either. */
function discard(body: Dispatcher.ResponseData['body']): void {
  body.once('error', () => undefined);
  body.destroy();
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    // A cookie is of no use to us and names a visitor: it is not kept.
    if (value !== undefined && name !== 'set-cookie') flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

function tooLarge(request: ExchangeRequest, status: number): BrokenExchange {
  const megabytes = (request.maxBytes / 1024 / 1024).toLocaleString('vi', { maximumFractionDigits: 1 });
  const detail = `Nội dung của «${request.target.url.host}» vượt giới hạn ${megabytes} MB.`;
  return { ok: false, kind: 'too-large', detail, status, retryAfterMs: null, maybeReceived: true };
}

function broken(
  error: unknown,
  target: Target,
  signal: AbortSignal,
  limit: Deadline,
  stage: Stage,
): Failure & { maybeReceived: boolean } {
  const { host } = target.url;
  if (signal.aborted) return { kind: 'aborted', detail: 'Yêu cầu đã được dừng theo lệnh.', maybeReceived: true };
  if (limit.passed()) {
    const detail = `Máy chủ «${host}» không gửi xong trong thời hạn; hệ thống sẽ thử lại sau.`;
    return { kind: 'timed-out', detail, maybeReceived: true };
  }
  const failure = failureOf(error, host, stage);
  return { ...failure, maybeReceived: stage === 'in-body' || !neverSent(failure, error) };
}

const BEFORE_SENDING = new Set(['address-refused', 'dns-failed', 'tls-failed']);

function neverSent(failure: Failure, error: unknown): boolean {
  const refused = failure.kind === 'connection-failed' && /ECONNREFUSED|UNREACH|EADDRNOTAVAIL/.test(failure.detail);
  const neverConnected = error instanceof Error && 'code' in error && error.code === 'UND_ERR_CONNECT_TIMEOUT';
  return BEFORE_SENDING.has(failure.kind) || refused || neverConnected;
}
