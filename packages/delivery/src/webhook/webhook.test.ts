import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createSender, type SenderOptions } from '@lamro/fetching';
import { afterEach, describe, expect, it } from 'vitest';
import { notice } from '../../test/notices.ts';
import { verifyWebhook } from './signature.ts';
import { webhookChannel } from './webhook.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function originOf(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

function channelTo(origin: string, limits: SenderOptions['limits'] = {}) {
  const sender = createSender({
    userAgent: 'LamRo/0.1',
    contact: 'admin@example.vn',
    loopbackOrigins: [origin],
    limits,
  });
  return webhookChannel({ sender, secretsOf: async (url) => (url.startsWith(origin) ? [secret] : []) });
}

describe('webhookChannel', () => {
  it('posts what a receiver can verify', async () => {
    const received: { body: string; verified: boolean }[] = [];
    const origin = await originOf(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const body = Buffer.concat(chunks).toString();
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      received.push({ body, verified: verifyWebhook(secret, headers, body, new Date()) });
      response.writeHead(204).end();
    });
    const outcome = await channelTo(origin).send(notice({ recipient: `${origin}/hook` }));
    expect(outcome).toEqual({ status: 'delivered', receipt: 'HTTP 204' });
    expect(received).toHaveLength(1);
    expect(received[0]?.verified).toBe(true);
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      type: 'case.assigned',
      timestamp: '2026-11-16T01:02:03.000Z',
      data: { subject: 'Vụ việc mới được giao', text: notice().text, caseId: 'c-1' },
    });
  });

  it.each<[string, RequestListener, string, boolean]>([
    ['400', (_, response) => void response.writeHead(400).end(), 'message-refused', true],
    ['404', (_, response) => void response.writeHead(404).end(), 'message-refused', true],
    ['410', (_, response) => void response.writeHead(410).end(), 'message-refused', false],
    ['429', (_, response) => void response.writeHead(429, { 'retry-after': '60' }).end(), 'rate-limited', true],
    ['500', (_, response) => void response.writeHead(500).end(), 'receiver-error', true],
    [
      'a redirect inside',
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1/' }).end(),
      'protocol-error',
      true,
    ],
    ['silence', () => undefined, 'timed-out', true],
    ['a slow answer', (_, response) => void response.write('x'), 'timed-out', true],
    ['a cut connection', (request) => void request.socket.destroy(), 'unreachable', true],
  ])('%s is a failure that is seen', async (_what, listener, kind, retryable) => {
    const origin = await originOf(listener);
    const limits = kind === 'timed-out' ? { timeoutMs: 600, idleMs: 300 } : {};
    const outcome = await channelTo(origin, limits).send(notice({ recipient: `${origin}/hook` }));
    expect(outcome).toMatchObject({ status: 'failed', kind, retryable });
    if (outcome.status === 'failed' && kind === 'rate-limited') expect(outcome.retryAfterMs).toBe(60_000);
  });

  it('knows a receiver that is not there', async () => {
    const origin = await originOf(() => undefined);
    const server = servers.pop();
    server?.close();
    expect(await channelTo(origin).send(notice({ recipient: `${origin}/hook` }))).toMatchObject({
      kind: 'unreachable',
      retryable: true,
    });
  });

  it('sends nothing inside, and nothing without a secret', async () => {
    const origin = await originOf((_, response) => void response.end());
    const guarded = webhookChannel({
      sender: createSender({ userAgent: 'LamRo/0.1', contact: 'admin@example.vn' }),
      secretsOf: async () => [secret],
    });
    for (const recipient of [origin, 'http://169.254.169.254/', 'file:///etc/passwd', 'http://[::ffff:127.0.0.1]/']) {
      expect(await guarded.send(notice({ recipient }))).toMatchObject({
        status: 'failed',
        kind: 'address-refused',
        retryable: false,
      });
    }
    expect(await channelTo(origin).send(notice({ recipient: 'http://other.example/' }))).toMatchObject({
      kind: 'invalid-notice',
      retryable: false,
    });
  });

  it('stops when told to', async () => {
    const origin = await originOf(() => undefined);
    const outcome = await channelTo(origin).send(notice({ recipient: origin }), AbortSignal.abort());
    expect(outcome).toMatchObject({ status: 'failed', kind: 'aborted', retryable: true });
  });
});
