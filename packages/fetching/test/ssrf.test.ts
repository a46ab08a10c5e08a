import type { FetchOutcome, HostGate } from '@lamro/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Resolve } from '../src/connection/connection.ts';
import { createFetcher, type FetcherOptions } from '../src/index.ts';
import { type RawServer, reply, startRawServer } from './raw-server.ts';
import { forbiddenAnswers, forbiddenUrls } from './ssrf-cases.ts';

const REFUSED = ['address-refused', 'invalid-url', 'scheme-refused'];
const openGate: HostGate = { enter: async () => ({ leave: async () => undefined }) };

function fetcherWith(options: Partial<FetcherOptions> = {}) {
  return createFetcher({
    hostGate: openGate,
    userAgent: 'LamRo/0.1',
    contact: 'admin@example.vn',
    limits: { timeoutMs: 3000, connectMs: 1000, hostDelayMs: 0 },
    ...options,
  });
}

const kindOf = (outcome: FetchOutcome): string => (outcome.ok ? 'ok' : outcome.kind);
const answers = (addresses: readonly string[]): Resolve => {
  return async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
};

let inside: RawServer;
let outside: RawServer;
let location = '';

beforeAll(async () => {
  inside = await startRawServer((socket) => reply(socket, '200 OK', [], 'secret'));
  outside = await startRawServer((socket, { path }) =>
    path === '/robots.txt' ? reply(socket, '404 No', []) : reply(socket, '302 Found', [`location: ${location}`]),
  );
});

afterAll(async () => {
  await inside.close();
  await outside.close();
});

const port = (): number => Number(new URL(inside.origin).port);

/** Those that a Location header can carry and that lead away from the server that sends it. */
const redirectable = forbiddenUrls.filter(({ url }) => {
  const text = url(1);
  return !/[^\x21-\x7e]/.test(text) && URL.canParse(text) && !/^https?:(?!\/\/)/.test(text);
});

describe('forbidden addresses', () => {
  it('are at least eighty', () => {
    expect(new Set(forbiddenUrls.map(({ name }) => name)).size).toBeGreaterThanOrEqual(80);
  });

  it.each(forbiddenUrls)('$name', async ({ url }) => {
    const outcome = await fetcherWith().fetch({ url: url(port()) });
    expect(REFUSED).toContain(kindOf(outcome));
    expect(inside.requests).toEqual([]);
  });

  it.each(redirectable)('redirect to $name', async ({ url }) => {
    location = url(port());
    const outcome = await fetcherWith({ loopbackOrigins: [outside.origin] }).fetch({ url: `${outside.origin}/` });
    expect(REFUSED).toContain(kindOf(outcome));
    expect(outcome.redirects).toHaveLength(1);
    expect(inside.requests).toEqual([]);
  });

  it.each(forbiddenAnswers.map((addresses) => ({ addresses })))(
    'a name that resolves to $addresses',
    async ({ addresses }) => {
      const outcome = await fetcherWith({ resolve: answers(addresses) }).fetch({
        url: `http://news.example:${port()}/`,
      });
      expect(kindOf(outcome)).toBe('address-refused');
      expect(inside.requests).toEqual([]);
    },
  );

  it('are reached when the exact origin is listed, so the checks above can fail', async () => {
    const outcome = await fetcherWith({ loopbackOrigins: [inside.origin] }).fetch({ url: `${inside.origin}/inside` });
    expect(kindOf(outcome)).toBe('ok');
    expect(inside.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/inside']);
  });
});

describe('the list of loopback origins', () => {
  it.each([
    'http://localhost:80',
    'http://10.0.0.1',
    'http://127.0.0.1:8080/',
    'http://127.0.0.1:80',
    'http://2130706433',
    'x',
    'http://example.vn',
  ])('refuses %s', (origin) => {
    expect(() => fetcherWith({ loopbackOrigins: [origin] })).toThrow(TypeError);
  });

  it('does not open another port, scheme or address', async () => {
    const fetcher = fetcherWith({ loopbackOrigins: [outside.origin] });
    for (const url of [
      inside.origin,
      outside.origin.replace('http', 'https'),
      outside.origin.replace('127.0.0.1', '127.0.0.2'),
    ]) {
      expect(kindOf(await fetcher.fetch({ url }))).toBe('address-refused');
    }
  });
});
