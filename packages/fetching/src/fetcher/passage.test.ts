import type { HostGate } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { checkTarget } from '../address/target.ts';
import type { Exchange, ExchangeRequest } from '../exchange/exchange.ts';
import { createPassage } from './passage.ts';

const now = new Date('2026-11-16T00:00:00Z');
const clock = { now: () => now };
const never = new AbortController().signal;

function requestTo(url: string): ExchangeRequest {
  const target = checkTarget(url, new Set());
  if (!target.ok) throw new Error(target.detail);
  return { target, method: 'GET', headers: {}, maxBytes: 1, overflow: 'fail', timeoutMs: 1000 };
}
const request = requestTo('https://bao.example:8443/tin');

/** Writes down who came for how long, and what they left with. */
function gateWith(log: unknown[]): HostGate {
  return {
    enter: async (host, delayMs) => {
      log.push(['enter', host, delayMs]);
      return { leave: async (retryAfterMs) => void log.push(['leave', retryAfterMs]) };
    },
  };
}
const answering =
  (status: number, headers: Record<string, string>): Exchange =>
  async () => ({ ok: true, status, headers, body: new Uint8Array() });
const waiting: HostGate = {
  enter: (_host, _delay, signal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
};

describe('a passage', () => {
  it('goes through the gate of the host with its port, and gives the turn back', async () => {
    const log: unknown[] = [];
    const outcome = await createPassage(gateWith(log), answering(200, {}), clock, 1000)(request, 70, never);
    expect(outcome).toMatchObject({ ok: true, status: 200, retryAfterMs: null });
    expect(outcome.networkMs).toBeGreaterThanOrEqual(0);
    expect(outcome.networkMs).toBeLessThan(1000);
    expect(log).toEqual([
      ['enter', 'bao.example:8443', 70],
      ['leave', undefined],
    ]);
  });

  it('leaves the host alone for as long as it asks', async () => {
    const log: unknown[] = [];
    const busy = answering(503, { 'retry-after': '7' });
    expect(await createPassage(gateWith(log), busy, clock, 1000)(request, 0, never)).toMatchObject({
      retryAfterMs: 7000,
    });
    expect(log.at(-1)).toEqual(['leave', 7000]);
  });

  it('gives the turn back when the exchange breaks, and when it throws', async () => {
    const log: unknown[] = [];
    const failed = { ok: false, kind: 'timed-out', detail: 'x', status: null, retryAfterMs: null } as const;
    const broken: Exchange = async () => ({ ...failed, maybeReceived: true });
    const outcome = await createPassage(gateWith(log), broken, clock, 1000)(request, 0, never);
    expect(outcome).toMatchObject({ ...failed, maybeReceived: true });
    expect(outcome.networkMs).toBeLessThan(1000);
    const thrown: Exchange = async () => Promise.reject(new Error('ours'));
    await expect(createPassage(gateWith(log), thrown, clock, 1000)(request, 0, never)).rejects.toThrow('ours');
    expect(log.filter((entry) => Array.isArray(entry) && entry[0] === 'leave')).toHaveLength(2);
  });

  it.each([
    [0, 1000],
    [1000, 1000],
    [4000, 4000],
  ])('tells who has no turn in time to come again after the delay of %i ms: %i', async (delayMs, retryAfterMs) => {
    const outcome = await createPassage(waiting, answering(200, {}), clock, 5)(request, delayMs, never);
    expect(outcome).toEqual({
      ok: false,
      kind: 'rate-limited',
      detail: 'Hàng đợi của máy chủ «bao.example:8443» còn dài; yêu cầu sẽ được thử lại sau.',
      status: null,
      retryAfterMs,
      maybeReceived: false,
      networkMs: 0,
    });
  });

  it('tells who was stopped while waiting from who waited too long, and passes on what breaks in the gate', async () => {
    const stop = new AbortController();
    const running = createPassage(waiting, answering(200, {}), clock, 60_000)(request, 0, stop.signal);
    stop.abort();
    expect(await running).toEqual({
      ok: false,
      kind: 'aborted',
      detail: 'Yêu cầu đã được dừng theo lệnh.',
      status: null,
      retryAfterMs: null,
      maybeReceived: false,
      networkMs: 0,
    });
    const lost: HostGate = { enter: async () => Promise.reject(new Error('ledger lost')) };
    await expect(createPassage(lost, answering(200, {}), clock, 1000)(request, 0, never)).rejects.toThrow(
      'ledger lost',
    );
  });
});
