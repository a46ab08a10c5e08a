import type { Clock, HostGate } from '@lamro/domain';
import { deadline } from '../deadline/deadline.ts';
import type { BrokenExchange, Exchange, ExchangeRequest, Response } from '../exchange/exchange.ts';
import { parseRetryAfter } from '../retry/retry-after.ts';

/** One exchange after waiting for a turn at the host. */
export type Passage = (request: ExchangeRequest, delayMs: number, signal: AbortSignal) => Promise<PassageOutcome>;

export type PassageOutcome = ((Response & { readonly retryAfterMs: number | null }) | BrokenExchange) & {
  /** Milliseconds spent on the network, waiting for the turn not counted. */
  readonly networkMs: number;
};

/**
 * Puts the host gate before the exchange. A server that asks to be left alone (429 or 503 with Retry-After) is left alone
 * by everybody who shares the gate.
 *
 * @throws what the gate throws by itself, such as a lost database; never for what the host does
 */
export function createPassage(gate: HostGate, exchange: Exchange, clock: Clock, maxTurnWaitMs: number): Passage {
  return async (request, delayMs, signal) => {
    const { host } = request.target.url;
    const turn = await enterOr(gate, host, delayMs, signal, maxTurnWaitMs);
    if ('ok' in turn) return { ...turn, networkMs: 0 };
    let retryAfterMs: number | null = null;
    const startedAt = performance.now();
    try {
      const outcome = await exchange(request, signal);
      const networkMs = performance.now() - startedAt;
      if (!outcome.ok) return { ...outcome, networkMs };
      retryAfterMs = parseRetryAfter(outcome.headers['retry-after'], clock.now());
      return { ...outcome, retryAfterMs, networkMs };
    } finally {
      await turn.leave(retryAfterMs ?? undefined);
    }
  };
}

async function enterOr(
  gate: HostGate,
  host: string,
  delayMs: number,
  signal: AbortSignal,
  maxTurnWaitMs: number,
): Promise<Awaited<ReturnType<HostGate['enter']>> | BrokenExchange> {
  const patience = deadline(signal, maxTurnWaitMs);
  try {
    return await gate.enter(host, delayMs, patience.signal);
  } catch (error) {
    if (signal.aborted) return unsent('aborted', 'Yêu cầu đã được dừng theo lệnh.', null);
    if (!patience.passed()) throw error;
    const detail = `Hàng đợi của máy chủ «${host}» còn dài; yêu cầu sẽ được thử lại sau.`;
    return unsent('rate-limited', detail, Math.max(delayMs, 1000));
  } finally {
    patience.clear();
  }
}

function unsent(kind: 'aborted' | 'rate-limited', detail: string, retryAfterMs: number | null): BrokenExchange {
  return { ok: false, kind, detail, status: null, retryAfterMs, maybeReceived: false };
}
