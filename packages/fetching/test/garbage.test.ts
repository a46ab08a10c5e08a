import type { HostGate } from '@lamro/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFetcher } from '../src/index.ts';
import { type RawServer, reply, startRawServer } from './raw-server.ts';

const openGate: HostGate = { enter: async () => ({ leave: async () => undefined }) };

let server: RawServer;
let answer: Uint8Array = new Uint8Array();
let asRobots = false;

beforeAll(async () => {
  server = await startRawServer((socket, { path }) => {
    if (path === '/robots.txt' && !asRobots) reply(socket, '404 Not Found', []);
    else socket.end(answer);
  });
});

afterAll(() => server.close());

const PIECES = [
  'HTTP/1.1 200 OK',
  'HTTP/1.0 304',
  '\r\n',
  '\n',
  '\r\n\r\n',
  ': ',
  'content-length: 3',
  'transfer-encoding: chunked',
  'content-encoding: gzip',
  'location: /x',
  'HTTP/1.1 302 Found',
  '3\r\nabc\r\n0\r\n\r\n',
  'connection: upgrade',
  'retry-after: 1e9',
  '\0',
  'abc',
  '\u00ff',
  '5',
  ';',
];

const mixed = fc.array(
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() }),
  { maxLength: 20 },
);
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  mixed.map((pieces) => Buffer.from(pieces.join(''), 'latin1')),
);

it('whatever bytes a server sends, as page or as robots.txt, cost one typed outcome', async () => {
  const fetcher = (): ReturnType<typeof createFetcher> =>
    createFetcher({
      hostGate: openGate,
      userAgent: 'LamRo/0.1',
      contact: 'admin@example.vn',
      loopbackOrigins: [server.origin],
      limits: { timeoutMs: 2000, idleMs: 1000, hostDelayMs: 0 },
    });
  await fc.assert(
    fc.asyncProperty(bytes, fc.boolean(), async (sent, robots) => {
      answer = sent;
      asRobots = robots;
      const outcome = await fetcher().fetch({ url: `${server.origin}/` });
      expect(outcome.requestedUrl).toBe(`${server.origin}/`);
      if (!outcome.ok) expect(outcome.detail).not.toBe('');
    }),
    { numRuns: 500 },
  );
});
