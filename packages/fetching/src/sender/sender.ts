import type { FetchFailureKind } from '@lamro/domain';
import { type Clock, systemClock } from '@lamro/domain';
import { z } from 'zod';
import { checkTarget, loopbackOriginSet } from '../address/target.ts';
import { type Resolve, systemResolve } from '../connection/connection.ts';
import { type BrokenExchange, createExchange, type Response } from '../exchange/exchange.ts';
import { honestAgent } from '../fetcher/agent.ts';
import { parseRetryAfter } from '../retry/retry-after.ts';

/** Bounds of one delivery. */
export const sendLimits = z.strictObject({
  timeoutMs: z.number().int().positive().default(15_000),
  connectMs: z.number().int().positive().default(5_000),
  idleMs: z.number().int().positive().default(10_000),
  maxHeaderBytes: z
    .number()
    .int()
    .positive()
    .default(16 * 1024),
});

/** What a receiver answers with is not read beyond this. */
const ANSWER_BYTES = 4096;

export interface SenderOptions {
  readonly userAgent: string;
  readonly contact: string;
  /** As for the fetcher: exact loopback origins, for tests and the sample mode only. */
  readonly loopbackOrigins?: readonly string[];
  readonly limits?: z.input<typeof sendLimits>;
  readonly clock?: Clock;
  readonly resolve?: Resolve;
}

export interface SendRequest {
  readonly url: string;
  readonly body: string;
  readonly contentType: string;
  /** Further headers in lower case, such as a signature. */
  readonly headers?: Readonly<Record<string, string>>;
}

export type SendOutcome =
  | { readonly ok: true; readonly status: number }
  | {
      readonly ok: false;
      readonly kind: FetchFailureKind;
      readonly detail: string;
      readonly status: number | null;
      readonly retryAfterMs: number | null;
      /** False only when the receiver cannot have seen the request. */
      readonly maybeReceived: boolean;
    };

/** Sends a body to an address that came from data, through the same guard as the fetcher. */
export interface Sender {
  /** One POST; 2xx is success. Redirects are not followed: a receiver's address is configured, not found. */
  post(request: SendRequest, signal?: AbortSignal): Promise<SendOutcome>;
}

/**
 * Builds a {@link Sender}.
 *
 * @throws TypeError or ZodError at once for options that cannot be meant; `post` rejects only for a header of ours that is
 * no valid header
 */
export function createSender(options: SenderOptions): Sender {
  const limits = sendLimits.parse(options.limits ?? {});
  const clock = options.clock ?? systemClock;
  const agent = honestAgent(options.userAgent, options.contact);
  const loopbackOrigins = loopbackOriginSet(options.loopbackOrigins ?? []);
  const exchange = createExchange(limits, options.resolve ?? systemResolve);
  return {
    post: async (request, signal) => {
      const target = checkTarget(request.url, loopbackOrigins);
      if (!target.ok) return { ...target, status: null, retryAfterMs: null, maybeReceived: false };
      const outcome = await exchange(
        {
          target,
          method: 'POST',
          headers: { ...request.headers, 'user-agent': agent.header, 'content-type': request.contentType },
          payload: Buffer.from(request.body),
          maxBytes: ANSWER_BYTES,
          overflow: 'truncate',
          timeoutMs: limits.timeoutMs,
        },
        signal ?? new AbortController().signal,
      );
      return outcome.ok ? answered(outcome, target.url.host, clock.now()) : outcomeOf(outcome);
    },
  };
}

function outcomeOf({ kind, detail, status, retryAfterMs, maybeReceived }: BrokenExchange): SendOutcome {
  return { ok: false, kind, detail, status, retryAfterMs, maybeReceived };
}

function answered({ status, headers }: Response, host: string, now: Date): SendOutcome {
  if (status >= 200 && status <= 299) return { ok: true, status };
  const retryAfterMs = parseRetryAfter(headers['retry-after'], now);
  const failed = { ok: false, status, retryAfterMs, maybeReceived: true } as const;
  if (status === 429)
    return { ...failed, kind: 'rate-limited', detail: `Nơi nhận «${host}» đề nghị gửi chậm lại (HTTP 429).` };
  if (status >= 500)
    return { ...failed, kind: 'http-server-error', detail: `Nơi nhận «${host}» báo lỗi (HTTP ${status}).` };
  if (status >= 400) {
    return { ...failed, kind: 'http-client-error', detail: `Nơi nhận «${host}» từ chối thông báo (HTTP ${status}).` };
  }
  const detail = `Nơi nhận «${host}» trả lời HTTP ${status}; hệ thống không đi theo chuyển hướng, hãy sửa lại địa chỉ nhận.`;
  return { ...failed, kind: 'protocol-error', detail };
}
