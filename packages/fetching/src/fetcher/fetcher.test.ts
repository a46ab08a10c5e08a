import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { HostGate } from '@lamro/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { reply, startRawServer } from '../../test/raw-server.ts';
import { closeServers, fetcherFor, page, recordingGate, serve, status } from '../../test/served-pages.ts';
import { memoryHostGate } from '../gate/memory-gate.ts';
import { createFetcher } from './fetcher.ts';

afterEach(closeServers);

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

  it('has one time for a fetch with all its redirects', async () => {
    // Each answers within the time that there is, all of them together do not.
    const late = (location: string) => (socket: Socket) => {
      setTimeout(() => reply(socket, '301 Moved', [`location: ${location}`], ''), 300);
    };
    const server = await serve({ '/1': late('/2'), '/2': late('/3'), '/3': late('/4'), '/4': page('here') });
    const outcome = await fetcherFor(server, { limits: { hostDelayMs: 0, timeoutMs: 700 } }).fetch({
      url: `${server.origin}/1`,
    });
    expect(outcome).toMatchObject({ ok: false, kind: 'timed-out' });
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
    const server = await startRawServer(() => undefined);
    await server.close();
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
