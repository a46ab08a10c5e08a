import type { FetchOutcome, HostGate } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { createFetcher } from '../src/index.ts';
import { hostileCases } from './hostile-cases.ts';
import { type RawServer, reply, startRawServer } from './raw-server.ts';

/** Politeness is tested elsewhere; here every case has a server of its own. */
const openGate: HostGate = { enter: async () => ({ leave: async () => undefined }) };

const bounds = { maxBytes: 1024 * 1024, maxDecodedBytes: 4 * 1024 * 1024, hostDelayMs: 0 };
/** Short where waiting is the point; long where a busy machine must not be taken for a slow server. */
const impatient = { ...bounds, timeoutMs: 1500, idleMs: 500 };
const patient = { ...bounds, timeoutMs: 20_000, idleMs: 10_000 };

async function fetchFrom(server: RawServer, limits: typeof patient): Promise<FetchOutcome> {
  const fetcher = createFetcher({
    hostGate: openGate,
    userAgent: 'LamRo/0.1',
    contact: 'https://example.vn/lam-ro',
    loopbackOrigins: [server.origin],
    limits,
  });
  return fetcher.fetch({ url: `${server.origin}/a` });
}

describe('hostile servers', () => {
  it('are at least sixty, each with a name of its own', () => {
    expect(new Set(hostileCases.map(({ name }) => name)).size).toBe(hostileCases.length);
    expect(hostileCases.length).toBeGreaterThanOrEqual(60);
  });

  it.each(hostileCases)('$name: $expected', async ({ expected, answer, robots }) => {
    const server = await startRawServer((socket, request) => {
      if (request.path !== '/robots.txt') return answer(socket, request);
      return robots === undefined ? reply(socket, '404 Not Found', []) : robots(socket, request);
    });
    try {
      const outcome = await fetchFrom(server, expected === 'timed-out' ? impatient : patient);
      expect(outcome.ok ? 'ok' : outcome.kind).toBe(expected);
      if (!outcome.ok) expect(outcome.detail).toMatch(/^\p{Lu}.+[.)]$/u);
      // Whatever was poured out, no more was taken than the limit and what sockets hold.
      expect(server.bytesSent()).toBeLessThan(16 * 1024 * 1024);
    } finally {
      await server.close();
    }
  });
});
