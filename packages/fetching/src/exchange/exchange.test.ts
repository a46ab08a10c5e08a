import { afterEach, describe, expect, it } from 'vitest';
import { type RawAnswer, type RawServer, reply, startRawServer } from '../../test/raw-server.ts';
import { checkTarget, loopbackOriginSet } from '../address/target.ts';
import { systemResolve } from '../connection/connection.ts';
import { createExchange, type ExchangeRequest } from './exchange.ts';

const servers: RawServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const LIMITS = { connectMs: 2000, idleMs: 2000, maxHeaderBytes: 4096 };
const never = new AbortController().signal;

async function exchangeWith(
  answer: RawAnswer,
  request: Partial<ExchangeRequest> = {},
  limits: Partial<typeof LIMITS> = {},
  signal = never,
) {
  const server = await startRawServer(answer);
  servers.push(server);
  const target = checkTarget(`${server.origin}/tin?a=1`, loopbackOriginSet([server.origin]));
  if (!target.ok) throw new Error(target.detail);
  const exchange = createExchange({ ...LIMITS, ...limits }, systemResolve);
  const whole = { target, method: 'GET', headers: {}, maxBytes: 100, overflow: 'fail', timeoutMs: 5000 } as const;
  return { outcome: await exchange({ ...whole, ...request }, signal), server, host: target.url.host };
}
const page =
  (body: string, ...headers: string[]): RawAnswer =>
  (socket) =>
    void reply(socket, '200 OK', headers, body);

describe('an exchange', () => {
  it('asks for path and query, and ends the connection with the answer', async () => {
    const { outcome, server } = await exchangeWith(page('x'), { headers: { accept: 'a/b' } });
    expect(outcome).toMatchObject({ ok: true, status: 200, body: Uint8Array.from([0x78]) });
    expect(server.requests[0]?.head).toMatch(/^GET \/tin\?a=1 HTTP\/1\.1\r\n/);
    expect(server.requests[0]?.head).toContain('accept: a/b\r\n');
    expect(server.requests[0]?.head).toContain('connection: close\r\n');
  });

  it('joins a header that came twice, and keeps no cookie', async () => {
    const { outcome } = await exchangeWith(page('x', 'vary: a', 'vary: b', 'set-cookie: c=d', 'x-one: 1'));
    expect(outcome).toMatchObject({ ok: true, headers: { vary: 'a, b', 'x-one': '1' } });
    expect('headers' in outcome && outcome.headers).not.toHaveProperty('set-cookie');
  });

  it.each([
    [200, 1],
    [299, 1],
    [300, 0],
    [404, 0],
    [503, 0],
  ])('reads what comes with a %i: %i byte', async (status, length) => {
    const { outcome } = await exchangeWith((socket) => void reply(socket, `${status} X`, [], 'x'));
    expect(outcome).toMatchObject({ ok: true, status });
    expect('body' in outcome && outcome.body).toHaveLength(length);
  });

  it.each([
    [100, true],
    [101, false],
  ])('takes a body of %i bytes where 100 are allowed: %s', async (length, ok) => {
    const announced = await exchangeWith(page('x'.repeat(length)));
    const chunked = await exchangeWith((socket) => {
      socket.end(`HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n${'x'.repeat(length)}`);
    });
    for (const { outcome, host } of [announced, chunked])
      expect(ok ? outcome.ok : outcome).toEqual(
        ok || {
          ok: false,
          kind: 'too-large',
          detail: `Nội dung của «${host}» vượt giới hạn 0 MB.`,
          status: 200,
          retryAfterMs: null,
          maybeReceived: true,
        },
      );
  });

  it('names the limit in megabytes with one decimal', async () => {
    const { outcome } = await exchangeWith(
      (socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9000000\r\n\r\nx'),
      { maxBytes: 1.5 * 1024 * 1024 },
    );
    expect(outcome).toMatchObject({ kind: 'too-large', detail: expect.stringMatching(/vượt giới hạn 1,5 MB\.$/) });
  });

  it('keeps the beginning of a body where that is enough', async () => {
    const { outcome } = await exchangeWith(page('x'.repeat(500)), { overflow: 'truncate' });
    expect(outcome).toMatchObject({ ok: true });
    expect('body' in outcome && outcome.body).toHaveLength(100);
  });

  it('takes sixteen interim answers and no seventeenth', async () => {
    const hints =
      (count: number): RawAnswer =>
      (socket) => {
        socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(count));
        void reply(socket, '200 OK', [], 'x');
      };
    expect((await exchangeWith(hints(16))).outcome).toMatchObject({ ok: true });
    expect((await exchangeWith(hints(17))).outcome).toMatchObject({
      ok: false,
      kind: 'protocol-error',
      detail: expect.stringMatching(/\(INFORMATIONAL_FLOOD\)$/),
    });
  });

  it('says whether the other side can have seen the request', async () => {
    const reset = await exchangeWith((socket) => void socket.resetAndDestroy());
    expect(reset.outcome).toMatchObject({ kind: 'connection-failed', maybeReceived: true, status: null });
    const cut = await exchangeWith((socket) => {
      socket.write('HTTP/1.1 203 OK\r\ncontent-length: 9\r\n\r\nx', () => socket.destroy());
    });
    expect(cut.outcome).toMatchObject({ kind: 'protocol-error', maybeReceived: true, status: 203 });
  });

  it.each(['connection-failed', 'dns-failed'])('knows that nothing was sent: %s', async (kind) => {
    const gone = await startRawServer(() => undefined);
    await gone.close();
    const origin = gone.origin;
    const listed = checkTarget(origin, loopbackOriginSet([origin]));
    const named = checkTarget('http://khong-co.example/', new Set());
    const target = kind === 'dns-failed' ? named : listed;
    if (!target.ok) throw new Error(target.detail);
    const exchange = createExchange(LIMITS, async () => []);
    const request = { target, method: 'GET', headers: {}, maxBytes: 1, overflow: 'fail', timeoutMs: 5000 } as const;
    expect(await exchange(request, never)).toMatchObject({ ok: false, kind, maybeReceived: false, retryAfterMs: null });
  });

  it('tells its own time from a command to stop', async () => {
    const { outcome, host } = await exchangeWith(() => undefined, { timeoutMs: 30 });
    expect(outcome).toMatchObject({
      kind: 'timed-out',
      detail: `Máy chủ «${host}» không gửi xong trong thời hạn; hệ thống sẽ thử lại sau.`,
      maybeReceived: true,
    });
    const stopped = await exchangeWith(page('x'), {}, {}, AbortSignal.abort());
    expect(stopped.outcome).toMatchObject({
      kind: 'aborted',
      detail: 'Yêu cầu đã được dừng theo lệnh.',
      maybeReceived: true,
    });
  });

  it('gives a silent server up, before and within its answer', async () => {
    const before = await exchangeWith(() => undefined, {}, { idleMs: 30 });
    expect(before.outcome).toMatchObject({ kind: 'timed-out', status: null, maybeReceived: true });
    const within = await exchangeWith(
      (socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx'),
      {},
      { idleMs: 30 },
    );
    expect(within.outcome).toMatchObject({ kind: 'timed-out', status: 200, maybeReceived: true });
  });

  it('takes headers up to their limit', async () => {
    expect((await exchangeWith(page('x', `x-long: ${'y'.repeat(3000)}`))).outcome.ok).toBe(true);
    expect((await exchangeWith(page('x', `x-long: ${'y'.repeat(5000)}`))).outcome).toMatchObject({
      kind: 'headers-too-large',
    });
  });

  it('sends a body with its length', async () => {
    const payload = Buffer.from('tin mới');
    const { outcome, server } = await exchangeWith(page('x'), { method: 'POST', payload });
    expect(outcome.ok).toBe(true);
    expect(server.requests[0]?.head).toContain(`content-length: ${payload.length}\r\n`);
    expect(server.requests[0]?.head).toMatch(/^POST /);
  });
});
