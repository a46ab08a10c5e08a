import { gzipSync } from 'node:zlib';
import type { Clock } from '@lamro/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { type RawAnswer, type RawServer, reply } from '../../test/raw-server.ts';
import {
  closeServers,
  fetcherFor,
  type Pages,
  page,
  paths,
  recordingGate,
  serve,
  status,
} from '../../test/served-pages.ts';

afterEach(closeServers);

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
