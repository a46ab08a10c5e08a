import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { selfSigned } from '../../../fetching/test/certificate.ts';
import { notice } from '../../test/notices.ts';
import { type SmtpOptions, type SmtpServer, startSmtpServer } from '../../test/smtp-server.ts';
import { emailChannel } from './email.ts';
import type { emailSettings } from './settings.ts';

const servers: SmtpServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(options: SmtpOptions = {}): Promise<SmtpServer> {
  const server = await startSmtpServer(options);
  servers.push(server);
  return server;
}

function channelTo(server: SmtpServer, settings: Partial<z.input<typeof emailSettings>> = {}) {
  return emailChannel({
    host: '127.0.0.1',
    port: server.port,
    tls: 'none',
    from: { name: 'Làm Rõ – Tỉnh Hải Bình', address: 'lam-ro@example.vn' },
    ...settings,
  });
}

/** For the cases in which waiting is the point; elsewhere a busy machine must not be taken for a slow server. */
const impatient = { connectMs: 500, idleMs: 500, timeoutMs: 2000 };

/** Header fields with folded lines joined. */
function headersOf(content: string): Map<string, string> {
  const head = content.slice(0, content.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new Map(
    head
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
}

describe('emailChannel: what arrives', () => {
  it('is one mail with the recorded Message-ID and what the server said of it', async () => {
    const server = await serve();
    const outcome = await channelTo(server).send(notice({ html: '<p>Sở được giao làm rõ.</p>' }));
    expect(outcome).toEqual({ status: 'delivered', receipt: '250 2.0.0 queued as 4711' });
    expect(server.mails).toHaveLength(1);
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: 'lam-ro@example.vn', to: ['can.bo@example.vn'] });
    const headers = headersOf(mail?.content ?? '');
    expect(headers.get('message-id')).toBe('<n-1@lamro.example.vn>');
    expect(headers.get('to')).toBe('can.bo@example.vn');
    expect(new Date(headers.get('date') ?? '')).toEqual(new Date('2026-11-16T01:02:03Z'));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('content-type')).toContain('multipart/alternative');
  });

  it('is the same on every attempt as far as a receiver can tell', async () => {
    const server = await serve();
    const channel = channelTo(server);
    await channel.send(notice());
    await channel.send(notice());
    const ids = server.mails.map(({ content }) => headersOf(content).get('message-id'));
    expect(ids).toEqual(['<n-1@lamro.example.vn>', '<n-1@lamro.example.vn>']);
  });

  it('keeps every line, also one that is a single dot', async () => {
    const server = await serve();
    await channelTo(server).send(notice({ text: 'a\n.\n..b\nc' }));
    const content = server.mails[0]?.content ?? '';
    expect(content.slice(content.indexOf('\r\n\r\n') + 4).trimEnd()).toBe('a\r\n.\r\n..b\r\nc');
  });

  it('cannot be given headers or recipients by its subject', async () => {
    const server = await serve();
    await channelTo(server).send(notice({ subject: 'x\r\nBcc: other@example.vn\r\n\r\nbody' }));
    const headers = headersOf(server.mails[0]?.content ?? '');
    expect(headers.has('bcc')).toBe(false);
    expect(server.mails[0]?.to).toEqual(['can.bo@example.vn']);
  });

  it.each([
    ['recipient', { recipient: 'a@example.vn, b@example.vn' }],
    ['recipient', { recipient: 'a@example.vn\r\nRCPT TO:<b@example.vn>' }],
    ['recipient', { recipient: '' }],
    ['Message-ID', { messageId: 'n-1' }],
    ['Message-ID', { messageId: '<n-1@a>\r\nBcc: b@example.vn' }],
  ])('is not sent at all with an invalid %s', async (_what, changes) => {
    const server = await serve();
    expect(await channelTo(server).send(notice(changes))).toMatchObject({
      status: 'failed',
      kind: 'invalid-notice',
      retryable: false,
    });
    expect(server.sessions()).toBe(0);
  });
});

describe('emailChannel: faults', () => {
  it.each<[string, SmtpOptions, string, string, boolean]>([
    ['greeting refused', { reactions: { greeting: '554 go away' } }, 'failed', 'message-refused', false],
    ['greeting later', { reactions: { greeting: '421 busy' } }, 'failed', 'temporarily-refused', true],
    ['greeting never', { reactions: { greeting: 'silence' } }, 'failed', 'timed-out', true],
    ['closed at once', { reactions: { greeting: 'close' } }, 'failed', 'unreachable', true],
    ['reset at once', { reactions: { greeting: 'reset' } }, 'failed', 'unreachable', true],
    ['another protocol', { reactions: { greeting: 'SSH-2.0-OpenSSH' } }, 'failed', 'protocol-error', true],
    ['silence after EHLO', { reactions: { EHLO: 'silence' } }, 'failed', 'timed-out', true],
    ['sender refused', { reactions: { MAIL: '550 no' } }, 'failed', 'message-refused', false],
    ['sender later', { reactions: { MAIL: '451 later' } }, 'failed', 'temporarily-refused', true],
    ['recipient refused', { reactions: { RCPT: '550 unknown' } }, 'failed', 'recipient-refused', false],
    ['recipient later', { reactions: { RCPT: '450 greylisted' } }, 'failed', 'temporarily-refused', true],
    ['session out of step', { reactions: { RCPT: '503 bad sequence' } }, 'failed', 'temporarily-refused', true],
    ['closed at RCPT', { reactions: { RCPT: 'close' } }, 'failed', 'unreachable', true],
    ['DATA refused', { reactions: { DATA: '554 no' } }, 'failed', 'message-refused', false],
    ['DATA later', { reactions: { DATA: '452 full' } }, 'failed', 'temporarily-refused', true],
    ['closed at DATA', { reactions: { DATA: 'close' } }, 'failed', 'unreachable', true],
    ['silence at DATA', { reactions: { DATA: 'silence' } }, 'failed', 'timed-out', true],
    ['mail refused', { reactions: { message: '554 spam' } }, 'failed', 'message-refused', false],
    ['mail later', { reactions: { message: '451 later' } }, 'failed', 'temporarily-refused', true],
    ['closed after the dot', { reactions: { message: 'close' } }, 'uncertain', 'unreachable', false],
    ['reset after the dot', { reactions: { message: 'reset' } }, 'uncertain', 'unreachable', false],
    ['silence after the dot', { reactions: { message: 'silence' } }, 'uncertain', 'timed-out', false],
  ])('%s', async (_what, options, status, kind, retryable) => {
    const server = await serve(options);
    const outcome = await channelTo(server, kind === 'timed-out' ? impatient : {}).send(notice());
    expect(outcome).toMatchObject(status === 'uncertain' ? { status, kind } : { status, kind, retryable });
    if (outcome.status !== 'delivered') expect(outcome.detail).toMatch(/(?:Hãy|hệ thống sẽ gửi lại)/);
    // Whatever happened, nothing was sent a second time.
    expect(server.sessions()).toBe(1);
    expect(server.mails).toHaveLength(options.reactions?.message === undefined ? 0 : 1);
  });

  it('cut in the middle of a long mail fails, because its end never left', async () => {
    const server = await serve({ cutAfter: 100_000 });
    const outcome = await channelTo(server, {}).send(notice({ text: 'Một dòng dài.\n'.repeat(2_000_000) }));
    expect(server.mails).toHaveLength(0);
    expect(outcome).toMatchObject({ status: 'failed', kind: 'unreachable', retryable: true });
  });

  it('knows a server that is not there, and one whose name is not', async () => {
    const server = await serve();
    await server.close();
    servers.pop();
    expect(await channelTo(server).send(notice())).toMatchObject({
      status: 'failed',
      kind: 'unreachable',
      retryable: true,
    });
  });

  it('stops when told to, before and after the mail is out', async () => {
    const early = await serve({ reactions: { RCPT: 'silence' } });
    const stop = new AbortController();
    const running = channelTo(early).send(notice(), stop.signal);
    while (early.sessions() === 0) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    expect(await running).toMatchObject({ status: 'failed', kind: 'aborted', retryable: true });
    const late = await serve({ reactions: { message: 'silence' } });
    const stopLate = new AbortController();
    const handedOver = channelTo(late).send(notice(), stopLate.signal);
    while (late.mails.length === 0) await new Promise((resolve) => setImmediate(resolve));
    stopLate.abort();
    expect(await handedOver).toMatchObject({ status: 'uncertain', kind: 'aborted' });
  });

  it('gives the whole attempt a limit, not only each silence', async () => {
    const server = await serve({ reactions: { message: 'silence' } });
    expect(await channelTo(server, { idleMs: 60_000, timeoutMs: 300 }).send(notice())).toMatchObject({
      status: 'uncertain',
      kind: 'timed-out',
    });
  });
});

describe('emailChannel: trust', () => {
  it('signs in', async () => {
    const server = await serve({ account: { user: 'lam-ro', password: 'mật khẩu' } });
    expect(await channelTo(server, { user: 'lam-ro', password: 'mật khẩu' }).send(notice())).toMatchObject({
      status: 'delivered',
    });
    const refused = await channelTo(server, { user: 'lam-ro', password: 'sai' }).send(notice());
    expect(refused).toMatchObject({ status: 'failed', kind: 'sign-in-failed', retryable: true });
    expect(JSON.stringify(refused)).not.toContain('sai"');
  });

  it('sends nothing in the clear where TLS is required', async () => {
    const server = await serve();
    const outcome = await channelTo(server, { tls: 'required' }).send(notice());
    expect(outcome.status).toBe('failed');
    expect(server.mails).toEqual([]);
  });

  it('takes no certificate that nobody vouches for', async () => {
    const certificate = selfSigned('localhost');
    const server = await serve({ certificate });
    const channel = channelTo(server, { tls: 'required', host: 'localhost' });
    expect(await channel.send(notice())).toMatchObject({ status: 'failed', kind: 'tls-failed' });
    expect(server.mails).toEqual([]);
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, certificate.certificate]);
    try {
      expect(await channel.send(notice())).toMatchObject({ status: 'delivered' });
      expect(server.mails).toMatchObject([{ secure: true }]);
    } finally {
      setDefaultCACertificates(before);
    }
  });
});
