import { once } from 'node:events';
import { createServer } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Clock, HostGate } from '@lamro/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { type RawAnswer, type RawServer, reply, startRawServer } from '../../test/raw-server.ts';
import { memoryHostGate } from '../gate/memory-gate.ts';
import { createFetcher, type FetcherOptions } from './fetcher.ts';

const servers: RawServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

type Pages = Readonly<Record<string, RawAnswer>>;

async function serve(pages: Pages): Promise<RawServer> {
  const server = await startRawServer((socket, request) => {
    const page = pages[request.path];
    return page === undefined ? reply(socket, '404 Not Found', []) : page(socket, request);
  });
  servers.push(server);
  return server;
}

function fetcherFor(server: RawServer, options: Partial<FetcherOptions> = {}) {
  return createFetcher({
    hostGate: memoryHostGate(),
    userAgent: 'LamRo/0.1',
    contact: 'https://ngoaivu.example.vn',
    loopbackOrigins: [server.origin],
    limits: { hostDelayMs: 0 },
    ...options,
  });
}

const page =
  (body: string, ...headers: string[]): RawAnswer =>
  (socket) =>
    void reply(socket, '200 OK', headers, body);
const status =
  (line: string, ...headers: string[]): RawAnswer =>
  (socket) =>
    void reply(socket, line, headers);
const paths = (server: RawServer): readonly string[] => server.requests.map(({ path }) => path);

/** Lets everybody in at once and writes down what was asked of it. */
function recordingGate(): HostGate & { readonly delays: number[]; readonly held: (number | undefined)[] } {
  const delays: number[] = [];
  const held: (number | undefined)[] = [];
  return {
    delays,
    held,
    enter: async (_host, delayMs) => {
      delays.push(delayMs);
      return { leave: async (retryAfterMs) => void held.push(retryAfterMs) };
    },
  };
}

describe('createFetcher', () => {
  it('brings a page with its headers, unfolded, under an honest name', async () => {
    const body = brotliCompressSync('<p>Tỉnh nói rõ</p>');
    const server = await serve({
      '/tin': (socket) =>
        reply(
          socket,
          '200 OK',
          ['Content-Type: text/html', 'ETag: "1"', 'set-cookie: a=b', 'content-encoding: br'],
          body,
        ),
    });
    const outcome = await fetcherFor(server).fetch({ url: `${server.origin}/tin#binh-luan` });
    expect(outcome).toMatchObject({
      ok: true,
      status: 200,
      url: `${server.origin}/tin`,
      notModified: false,
      redirects: [],
    });
    if (!outcome.ok) throw new Error(outcome.detail);
    expect(new TextDecoder().decode(outcome.body)).toBe('<p>Tỉnh nói rõ</p>');
    expect(outcome.headers).toMatchObject({ 'content-type': 'text/html', etag: '"1"' });
    expect(outcome.headers).not.toHaveProperty('set-cookie');
    expect(server.requests[1]?.head).toContain('user-agent: LamRo/0.1 (+https://ngoaivu.example.vn)\r\n');
  });

  it('follows redirects one by one and lists them', async () => {
    const server = await serve({
      '/1': status('301 Moved', 'location: /2?a=b#c'),
      '/2?a=b': status('307 Temporary', 'location: 3'),
      '/3': page('here'),
    });
    const outcome = await fetcherFor(server).fetch({ url: `${server.origin}/1` });
    expect(outcome).toMatchObject({
      ok: true,
      requestedUrl: `${server.origin}/1`,
      url: `${server.origin}/3`,
      redirects: [`${server.origin}/2?a=b`, `${server.origin}/3`],
    });
  });

  it('sends validators and understands 304', async () => {
    const server = await serve({ '/tin': status('304 Not Modified', 'etag: "2"') });
    const outcome = await fetcherFor(server).fetch({
      url: `${server.origin}/tin`,
      etag: '"1"',
      lastModified: 'Mon, 16 Nov 2026 00:00:00 GMT',
    });
    expect(outcome).toMatchObject({ ok: true, status: 304, notModified: true });
    expect(server.requests[1]?.head).toContain('if-none-match: "1"\r\n');
    expect(server.requests[1]?.head).toContain('if-modified-since: Mon, 16 Nov 2026 00:00:00 GMT\r\n');
  });

  it('takes no other answer to a validator for a page', async () => {
    const server = await serve({ '/tin': status('404 Not Found') });
    const outcome = await fetcherFor(server).fetch({ url: `${server.origin}/tin`, etag: '"1"' });
    expect(outcome).toMatchObject({ ok: false, kind: 'http-client-error', status: 404 });
  });

  it('does not send a validator that is no header value', async () => {
    const server = await serve({ '/tin': page('x') });
    const outcome = await fetcherFor(server).fetch({
      url: `${server.origin}/tin`,
      etag: '"1"\r\nx-evil: 1',
      lastModified: 'hôm qua',
    });
    expect(outcome.ok).toBe(true);
    expect(server.requests[1]?.head).not.toMatch(/x-evil|if-/);
  });

  it('bounds a body by the request rather than by the default', async () => {
    const server = await serve({ '/tin': page('x'.repeat(1001)) });
    const fetcher = fetcherFor(server);
    expect(await fetcher.fetch({ url: `${server.origin}/tin`, maxBytes: 1000 })).toMatchObject({
      ok: false,
      kind: 'too-large',
    });
    expect(await fetcher.fetch({ url: `${server.origin}/tin`, maxBytes: 1001 })).toMatchObject({ ok: true });
  });

  it.each([
    ['429 Too Many', 'rate-limited', 7000],
    ['503 Busy', 'http-server-error', 7000],
    ['410 Gone', 'http-client-error', 7000],
  ])('%s holds the host off for as long as it asks', async (line, kind, retryAfterMs) => {
    const server = await serve({ '/tin': status(line, 'retry-after: 7') });
    const gate = recordingGate();
    const outcome = await fetcherFor(server, { hostGate: gate }).fetch({ url: `${server.origin}/tin` });
    expect(outcome).toMatchObject({ ok: false, kind, retryAfterMs, status: Number(line.slice(0, 3)) });
    expect(gate.held).toEqual([undefined, retryAfterMs]);
  });

  it.each([
    ['429 X', 'rate-limited', 'đề nghị giãn tần suất (HTTP 429).'],
    ['428 X', 'http-client-error', 'không cho đọc trang (HTTP 428).'],
    ['400 X', 'http-client-error', 'không cho đọc trang (HTTP 400).'],
    ['499 X', 'http-client-error', 'không cho đọc trang (HTTP 499).'],
    ['500 X', 'http-server-error', 'báo lỗi (HTTP 500); sẽ thử lại sau.'],
    ['399 X', 'protocol-error', 'trả lời HTTP 399 mà không kèm nội dung hay nơi chuyển đến.'],
    ['300 X', 'protocol-error', 'trả lời HTTP 300 mà không kèm nội dung hay nơi chuyển đến.'],
    // Nobody asked whether it had changed.
    ['304 X', 'protocol-error', 'trả lời HTTP 304 mà không kèm nội dung hay nơi chuyển đến.'],
  ])('tells what a %s means', async (line, kind, words) => {
    const now = new Date('2026-11-16T00:00:00Z');
    const server = await serve({ '/tin': status(line) });
    const fetcher = fetcherFor(server, { clock: { now: () => now } });
    expect(await fetcher.fetch({ url: `${server.origin}/tin` })).toEqual({
      ok: false,
      requestedUrl: `${server.origin}/tin`,
      kind,
      detail: `Máy chủ «${new URL(server.origin).host}» ${words}`,
      status: Number(line.slice(0, 3)),
      retryAfterMs: null,
      redirects: [],
      fetchedAt: now,
    });
  });

  it('says when it was, whether a page came or not', async () => {
    const now = new Date('2026-11-16T00:00:00Z');
    const server = await serve({ '/tin': status('299 X') });
    const fetcher = fetcherFor(server, { clock: { now: () => now } });
    expect(await fetcher.fetch({ url: `${server.origin}/tin` })).toMatchObject({
      ok: true,
      status: 299,
      notModified: false,
      fetchedAt: now,
    });
    expect(await fetcher.fetch({ url: 'ftp://bao.example/' })).toEqual({
      ok: false,
      requestedUrl: 'ftp://bao.example/',
      kind: 'scheme-refused',
      detail: 'Chỉ nhận địa chỉ http hoặc https, không nhận «ftp:».',
      status: null,
      retryAfterMs: null,
      redirects: [],
      fetchedAt: now,
    });
  });

  it('tells of what does not unfold, and where it was', async () => {
    const server = await serve({ '/tin': page('plain', 'content-encoding: gzip') });
    expect(await fetcherFor(server).fetch({ url: `${server.origin}/tin` })).toMatchObject({
      ok: false,
      kind: 'decompression-failed',
      detail: `Không giải nén được nội dung của «${new URL(server.origin).host}»: dữ liệu gzip hỏng (Z_DATA_ERROR).`,
      status: 200,
      retryAfterMs: null,
    });
  });

  it('lets a body unfold in proportion to what the request allows', async () => {
    const packed = gzipSync('x'.repeat(4000));
    const server = await serve({
      '/tin': (socket) => reply(socket, '200 OK', ['content-encoding: gzip'], packed),
    });
    const fetcher = fetcherFor(server, { limits: { hostDelayMs: 0, maxBytes: 1000, maxDecodedBytes: 8000 } });
    const url = `${server.origin}/tin`;
    expect(await fetcher.fetch({ url, maxBytes: 500 })).toMatchObject({ ok: true });
    expect(await fetcher.fetch({ url, maxBytes: 499 })).toMatchObject({ kind: 'decompressed-too-large' });
  });

  it('stops after as many redirects as it may follow, and says how far it came', async () => {
    const server = await serve({
      '/1': status('302 Found', 'location: /2'),
      '/2': status('302 Found', 'location: /3'),
      '/3': page('here'),
    });
    const url = `${server.origin}/1`;
    const redirects = [`${server.origin}/2`, `${server.origin}/3`];
    const limits = { hostDelayMs: 0 };
    expect(await fetcherFor(server, { limits: { ...limits, maxRedirects: 2 } }).fetch({ url })).toMatchObject({
      ok: true,
      redirects,
    });
    expect(await fetcherFor(server, { limits: { ...limits, maxRedirects: 1 } }).fetch({ url })).toMatchObject({
      ok: false,
      kind: 'too-many-redirects',
      status: 302,
      retryAfterMs: null,
      redirects,
    });
  });

  it('stops when told to', async () => {
    const server = await serve({ '/tin': () => undefined });
    const stop = new AbortController();
    const running = fetcherFor(server).fetch({ url: `${server.origin}/tin` }, stop.signal);
    stop.abort();
    expect(await running).toMatchObject({ ok: false, kind: 'aborted' });
    expect(await fetcherFor(server).fetch({ url: `${server.origin}/tin` }, AbortSignal.abort())).toMatchObject({
      kind: 'aborted',
    });
  });

  it('lets a turn go by that takes too long to come', async () => {
    const server = await serve({ '/tin': page('x') });
    const gate = memoryHostGate();
    const turn = await gate.enter(new URL(server.origin).host, 0, new AbortController().signal);
    const fetcher = fetcherFor(server, { hostGate: gate, limits: { hostDelayMs: 0, maxTurnWaitMs: 50 } });
    expect(await fetcher.fetch({ url: `${server.origin}/tin` })).toMatchObject({
      ok: false,
      kind: 'rate-limited',
      retryAfterMs: 1000,
    });
    await turn.leave();
  });

  it('passes on what breaks in our own house', async () => {
    const server = await serve({ '/tin': page('x') });
    const hostGate: HostGate = { enter: async () => Promise.reject(new Error('ledger lost')) };
    await expect(fetcherFor(server, { hostGate }).fetch({ url: `${server.origin}/tin` })).rejects.toThrow(
      'ledger lost',
    );
  });

  it('names TLS that fails', async () => {
    const plain = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    plain.listen(0, '127.0.0.1');
    await once(plain, 'listening');
    const address = plain.address();
    const origin = `https://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    const fetcher = createFetcher({
      hostGate: memoryHostGate(),
      userAgent: 'LamRo/0.1',
      contact: 'a@b.vn',
      loopbackOrigins: [origin],
    });
    expect(await fetcher.fetch({ url: origin })).toMatchObject({ ok: false, kind: 'tls-failed' });
    plain.close();
  });

  it('names a server that is not there', async () => {
    const server = await serve({});
    await server.close();
    servers.pop();
    expect(await fetcherFor(server).fetch({ url: server.origin })).toMatchObject({
      ok: false,
      kind: 'connection-failed',
    });
  });

  it('names a host that does not resolve', async () => {
    const resolve = async (): Promise<never> => Promise.reject(new Error('ENOTFOUND'));
    const server = await serve({});
    const outcome = await fetcherFor(server, { resolve }).fetch({ url: 'http://khong-co.example/' });
    expect(outcome).toMatchObject({ ok: false, kind: 'dns-failed' });
  });
});

describe('robots.txt', () => {
  const rules = (text: string): RawAnswer => page(text, 'content-type: text/plain');

  it('is asked once for an origin and obeyed', async () => {
    const server = await serve({ '/robots.txt': rules('User-agent: LamRo\nDisallow: /kin'), '/tin': page('x') });
    const fetcher = fetcherFor(server);
    const outcomes = await Promise.all(
      ['/kin/1', '/tin', '/kin/2', '/tin'].map((path) => fetcher.fetch({ url: server.origin + path })),
    );
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.kind))).toEqual([
      'robots-refused',
      'ok',
      'robots-refused',
      'ok',
    ]);
    expect(paths(server)).toEqual(['/robots.txt', '/tin', '/tin']);
  });

  it('is asked for again after a day', async () => {
    let now = new Date('2026-11-16T00:00:00Z');
    const clock: Clock = { now: () => now };
    const server = await serve({ '/robots.txt': rules(''), '/tin': page('x') });
    const fetcher = fetcherFor(server, { clock });
    await fetcher.fetch({ url: `${server.origin}/tin` });
    now = new Date('2026-11-16T23:59:59Z');
    await fetcher.fetch({ url: `${server.origin}/tin` });
    now = new Date('2026-11-17T00:00:01Z');
    await fetcher.fetch({ url: `${server.origin}/tin` });
    expect(paths(server)).toEqual(['/robots.txt', '/tin', '/tin', '/robots.txt', '/tin']);
  });

  it.each([
    ['404 Not Found', 'ok'],
    ['401 Unauthorized', 'ok'],
    ['403 Forbidden', 'ok'],
    ['410 Gone', 'ok'],
    ['429 Too Many', 'robots-refused'],
    ['500 Error', 'robots-refused'],
    ['503 Busy', 'robots-refused'],
  ])('answering %s: %s', async (line, expected) => {
    const server = await serve({ '/robots.txt': status(line), '/tin': page('x') });
    const outcome = await fetcherFor(server).fetch({ url: `${server.origin}/tin` });
    expect(outcome.ok ? 'ok' : outcome.kind).toBe(expected);
    if (!outcome.ok) expect(outcome.retryAfterMs).toBeGreaterThan(500_000);
  });

  it('is asked for again after the pause that a 5xx brings', async () => {
    let now = new Date('2026-11-16T00:00:00Z');
    let line = '503 Busy';
    const server = await serve({ '/robots.txt': (socket) => reply(socket, line, []), '/tin': page('x') });
    const fetcher = fetcherFor(server, { clock: { now: () => now } });
    expect(await fetcher.fetch({ url: `${server.origin}/tin` })).toMatchObject({ kind: 'robots-refused' });
    line = '404 Not Found';
    expect(await fetcher.fetch({ url: `${server.origin}/tin` })).toMatchObject({ kind: 'robots-refused' });
    now = new Date('2026-11-16T00:11:00Z');
    expect(await fetcher.fetch({ url: `${server.origin}/tin` })).toMatchObject({ ok: true });
  });

  it('is told of in words: what it forbids, a server that fails, and one that cannot be reached', async () => {
    const host = (server: RawServer) => new URL(server.origin).host;
    const kin = await serve({ '/robots.txt': rules('User-agent: *\nDisallow: /') });
    expect(await fetcherFor(kin).fetch({ url: `${kin.origin}/tin` })).toMatchObject({
      kind: 'robots-refused',
      detail: `Tệp robots.txt của «${host(kin)}» không cho phép thu thập địa chỉ này.`,
      status: null,
      retryAfterMs: null,
    });
    const failing = await serve({ '/robots.txt': status('500 No') });
    const now = new Date('2026-11-16T00:00:00Z');
    expect(await fetcherFor(failing, { clock: { now: () => now } }).fetch({ url: failing.origin })).toMatchObject({
      kind: 'robots-refused',
      detail: `Máy chủ «${host(failing)}» đang lỗi khi trả robots.txt; tạm dừng thu thập và sẽ thử lại.`,
      status: null,
      retryAfterMs: 600_000,
    });
    const cut = await serve({ '/robots.txt': (socket) => void socket.resetAndDestroy() });
    expect(await fetcherFor(cut).fetch({ url: cut.origin })).toMatchObject({
      kind: 'connection-failed',
      detail: expect.stringMatching(/^Không đọc được robots\.txt\. Không kết nối được với /),
    });
  });

  it('is asked for by name, in plain text', async () => {
    const server = await serve({ '/tin': page('x') });
    await fetcherFor(server).fetch({ url: `${server.origin}/tin` });
    const head = server.requests[0]?.head ?? '';
    expect(head).toMatch(/^GET \/robots\.txt HTTP\/1\.1\r\n/);
    expect(head).toContain('user-agent: LamRo/0.1 (+https://ngoaivu.example.vn)\r\n');
    expect(head).toContain('accept: text/plain,*/*;q=0.5\r\n');
    expect(head).toContain('accept-encoding: gzip, deflate, br\r\n');
  });

  it('closes the origin when it cannot be unfolded', async () => {
    const server = await serve({ '/robots.txt': page('plain', 'content-encoding: gzip'), '/tin': page('x') });
    expect(await fetcherFor(server).fetch({ url: `${server.origin}/tin` })).toMatchObject({ kind: 'robots-refused' });
  });

  it('counts up to 500 KiB, and not what comes after them', async () => {
    const filler = (length: number) => `User-agent: *\n#${'x'.repeat(length)}\n`;
    const head = filler(0).length;
    const line = 'Disallow: /';
    const inside = filler(500 * 1024 - head - line.length) + line;
    const outside = filler(500 * 1024 - head) + line;
    for (const [text, kind] of [
      [inside, 'robots-refused'],
      [outside, 'ok'],
    ] as const)
      for (const packed of [false, true]) {
        const server = await serve({
          '/robots.txt': (socket) =>
            reply(socket, '200 OK', packed ? ['content-encoding: gzip'] : [], packed ? gzipSync(text) : text),
          '/tin': page('x'),
        });
        const outcome = await fetcherFor(server).fetch({ url: `${server.origin}/tin` });
        expect(outcome.ok ? 'ok' : outcome.kind).toBe(kind);
      }
  });

  it('is followed over five redirects, and counts as absent behind six or a ring', async () => {
    const chain = (length: number): Pages => ({
      '/robots.txt': status('302 Found', 'location: /r1'),
      ...Object.fromEntries(
        Array.from({ length: length - 1 }, (_, n) => [`/r${n + 1}`, status('302 Found', `location: /r${n + 2}`)]),
      ),
      [`/r${length}`]: rules('User-agent: *\nDisallow: /'),
      '/tin': page('x'),
    });
    for (const [length, kind] of [
      [5, 'robots-refused'],
      [6, 'ok'],
    ] as const) {
      const server = await serve(chain(length));
      const outcome = await fetcherFor(server).fetch({ url: `${server.origin}/tin` });
      expect(outcome.ok ? 'ok' : outcome.kind).toBe(kind);
    }
  });

  it('is found behind a redirect', async () => {
    const server = await serve({
      '/robots.txt': status('301 Moved', 'location: /r'),
      '/r': rules('User-agent: *\nDisallow: /'),
      '/tin': page('x'),
    });
    expect(await fetcherFor(server).fetch({ url: `${server.origin}/tin` })).toMatchObject({ kind: 'robots-refused' });
  });

  it('is asked of every origin on the way', async () => {
    const second = await serve({ '/robots.txt': rules('User-agent: *\nDisallow: /'), '/tin': page('x') });
    const first = await serve({ '/1': status('302 Found', `location: ${second.origin}/tin`) });
    const outcome = await fetcherFor(first, { loopbackOrigins: [first.origin, second.origin] }).fetch({
      url: `${first.origin}/1`,
    });
    expect(outcome).toMatchObject({ ok: false, kind: 'robots-refused', redirects: [`${second.origin}/tin`] });
    expect(paths(second)).toEqual(['/robots.txt']);
  });

  it.each([
    ['User-agent: *\nCrawl-delay: 2', null, 2000],
    ['User-agent: *\nCrawl-delay: 86400', null, 600_000],
    ['User-agent: *\nCrawl-delay: 2', 9000, 9000],
    ['User-agent: *\nCrawl-delay: 2', 1000, 2000],
    ['', 1000, 1000],
    ['', null, 5000],
  ])('spaces requests: %j and a source of %s ms give %s ms', async (text, source, expected) => {
    const server = await serve({ '/robots.txt': rules(text), '/tin': page('x') });
    const gate = recordingGate();
    const fetcher = fetcherFor(server, { hostGate: gate, limits: {}, hostDelayMs: () => source });
    await fetcher.fetch({ url: `${server.origin}/tin` });
    expect(gate.delays).toEqual([source ?? 5000, expected]);
  });

  it('outlives a caller who was told to stop while others wait for it', async () => {
    let answers = 0;
    const server = await serve({
      '/robots.txt': (socket) => {
        answers += 1;
        if (answers > 1) reply(socket, '404 Not Found', []);
      },
      '/tin': page('x'),
    });
    const fetcher = fetcherFor(server);
    const stop = new AbortController();
    const first = fetcher.fetch({ url: `${server.origin}/tin` }, stop.signal);
    const second = fetcher.fetch({ url: `${server.origin}/tin` });
    while (answers === 0) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    expect(await first).toMatchObject({ ok: false, kind: 'aborted' });
    expect(await second).toMatchObject({ ok: true });
  });
});
