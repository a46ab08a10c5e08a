import { afterEach, describe, expect, it } from 'vitest';
import { type RawAnswer, type RawServer, reply, startRawServer } from '../../test/raw-server.ts';
import { forbiddenAnswers, forbiddenUrls } from '../../test/ssrf-cases.ts';
import { createSender, type SenderOptions } from './sender.ts';

const servers: RawServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(answer: RawAnswer): Promise<RawServer> {
  const server = await startRawServer(answer);
  servers.push(server);
  return server;
}

function senderWith(options: Partial<SenderOptions> = {}) {
  return createSender({
    userAgent: 'LamRo/0.1',
    contact: 'admin@example.vn',
    ...options,
  });
}

const post = (server: RawServer, limits: SenderOptions['limits'] = {}) =>
  senderWith({ loopbackOrigins: [server.origin], limits }).post({
    url: `${server.origin}/hook?k=1`,
    body: '{"tin":"mới"}',
    contentType: 'application/json',
    headers: { 'webhook-id': 'n-1' },
  });

describe('createSender', () => {
  it('posts the body with its headers and takes 2xx for success', async () => {
    const server = await serve((socket) => reply(socket, '204 No Content', []));
    expect(await post(server)).toEqual({ ok: true, status: 204 });
    expect(server.requests[0]?.head).toMatch(/^POST \/hook\?k=1 HTTP\/1\.1\r\n/);
    expect(server.requests[0]?.head).toContain('webhook-id: n-1\r\n');
    expect(server.requests[0]?.head).toContain('content-length: 15\r\n');
  });

  it.each<[string, RawAnswer, string, boolean]>([
    ['a client error', (socket) => reply(socket, '400 Bad', []), 'http-client-error', true],
    ['gone', (socket) => reply(socket, '410 Gone', []), 'http-client-error', true],
    ['a server error', (socket) => reply(socket, '500 No', []), 'http-server-error', true],
    ['too many', (socket) => reply(socket, '429 Slow', ['retry-after: 3']), 'rate-limited', true],
    [
      'a redirect',
      (socket) => reply(socket, '302 Found', ['location: http://169.254.169.254/']),
      'protocol-error',
      true,
    ],
    ['silence', () => undefined, 'timed-out', true],
    ['a reset', (socket) => void socket.resetAndDestroy(), 'connection-failed', true],
    [
      'a cut answer',
      (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx'),
      'protocol-error',
      true,
    ],
  ])('%s', async (_name, answer, kind, maybeReceived) => {
    const outcome = await post(await serve(answer), kind === 'timed-out' ? { timeoutMs: 800, idleMs: 400 } : {});
    expect(outcome).toMatchObject({ ok: false, kind, maybeReceived });
  });

  it('knows that a refused connection delivered nothing', async () => {
    const server = await serve(() => undefined);
    await server.close();
    servers.pop();
    expect(await post(server)).toMatchObject({ ok: false, kind: 'connection-failed', maybeReceived: false });
  });

  it('does not read an answer without end', async () => {
    const server = await serve((socket) => void socket.write(`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(100_000)}`));
    expect(await post(server)).toEqual({ ok: true, status: 200 });
  });

  it('refuses every forbidden address', async () => {
    const server = await serve((socket) => reply(socket, '200 OK', []));
    const port = Number(new URL(server.origin).port);
    for (const { url } of forbiddenUrls) {
      const outcome = await senderWith().post({ url: url(port), body: '', contentType: 'text/plain' });
      expect(outcome).toMatchObject({ ok: false, maybeReceived: false });
    }
    for (const addresses of forbiddenAnswers) {
      const resolve = async () => addresses.map((address) => ({ address, family: 4 }));
      const outcome = await senderWith({ resolve }).post({
        url: `http://hook.example:${port}`,
        body: '',
        contentType: 'text/plain',
      });
      expect(outcome).toMatchObject({ ok: false, kind: 'address-refused', maybeReceived: false });
    }
    expect(server.requests).toEqual([]);
  });

  it.each([
    [299, null, null],
    [300, 'protocol-error', 'trả lời HTTP 300; hệ thống không đi theo chuyển hướng, hãy sửa lại địa chỉ nhận.'],
    [399, 'protocol-error', 'trả lời HTTP 399; hệ thống không đi theo chuyển hướng, hãy sửa lại địa chỉ nhận.'],
    [400, 'http-client-error', 'từ chối thông báo (HTTP 400).'],
    [428, 'http-client-error', 'từ chối thông báo (HTTP 428).'],
    [429, 'rate-limited', 'đề nghị gửi chậm lại (HTTP 429).'],
    [499, 'http-client-error', 'từ chối thông báo (HTTP 499).'],
    [500, 'http-server-error', 'báo lỗi (HTTP 500).'],
    [599, 'http-server-error', 'báo lỗi (HTTP 599).'],
  ])('calls %i %s', async (status, kind, words) => {
    const server = await serve((socket) => reply(socket, `${status} X`, ['retry-after: 3']));
    const detail = `Nơi nhận «${new URL(server.origin).host}» ${words}`;
    expect(await post(server)).toEqual(
      kind === null
        ? { ok: true, status }
        : { ok: false, kind, detail, status, retryAfterMs: 3000, maybeReceived: true },
    );
  });

  it('counts a date to come again by its own clock', async () => {
    const now = new Date('2026-11-16T00:00:00Z');
    const server = await serve((socket) => reply(socket, '503 X', ['retry-after: Mon, 16 Nov 2026 00:01:00 GMT']));
    const sender = senderWith({ loopbackOrigins: [server.origin], clock: { now: () => now } });
    expect(await sender.post({ url: server.origin, body: '', contentType: 'text/plain' })).toMatchObject({
      retryAfterMs: 60_000,
    });
  });

  it('signs by its own name whatever headers are given, and stops when told to', async () => {
    const server = await serve((socket) => reply(socket, '200 OK', []));
    const sender = senderWith({ loopbackOrigins: [server.origin] });
    const request = { url: server.origin, body: 'x', contentType: 'text/plain', headers: { 'user-agent': 'Khac/1.0' } };
    await sender.post(request);
    expect(server.requests[0]?.head).toContain('user-agent: LamRo/0.1 (+admin@example.vn)\r\n');
    expect(server.requests[0]?.head).toContain('content-type: text/plain\r\n');
    expect(await sender.post(request, AbortSignal.abort())).toEqual({
      ok: false,
      kind: 'aborted',
      detail: 'Yêu cầu đã được dừng theo lệnh.',
      status: null,
      retryAfterMs: null,
      maybeReceived: true,
    });
    expect(server.requests).toHaveLength(1);
  });

  it('says of an address that it does not call that nothing was sent', async () => {
    expect(await senderWith().post({ url: 'ftp://a.vn', body: '', contentType: 'text/plain' })).toEqual({
      ok: false,
      kind: 'scheme-refused',
      detail: 'Chỉ nhận địa chỉ http hoặc https, không nhận «ftp:».',
      status: null,
      retryAfterMs: null,
      maybeReceived: false,
    });
  });
});
