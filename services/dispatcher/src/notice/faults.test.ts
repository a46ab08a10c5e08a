import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createPool, decideDelivery, findWebhookSecrets, notifyAccounts, type Pool } from '@lamro/database';
import { type Channel, emailChannel, verifyWebhook, webhookChannel } from '@lamro/delivery';
import { createSender } from '@lamro/fetching';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SmtpOptions, type SmtpServer, startSmtpServer } from '../../../../packages/delivery/test/smtp-server.ts';
import { planDeliveries } from './plan.ts';
import { sendDue } from './send.ts';

const PROFILE = 'thai-binh';
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const EACH = 3;
const MINUTE = 60_000;
let database: TestDatabase;
let pool: Pool;
let at: Date;
const clock = { now: () => at };
const closing: (() => unknown)[] = [];

beforeEach(async () => {
  at = new Date('2026-11-20T03:00:00Z');
  database = await openTestDatabase();
  pool = createPool({ connectionString: database.url, applicationName: 'faults' });
  await pool.query(`insert into profiles (id, name, content, content_hash) values ($1, $1, '{}', '')`, [PROFILE]);
  await pool.query(
    `insert into identity."user" ("id", "name", "email", "emailVerified", "role", "profile", "agency")
     values ('o1', 'Cán bộ', 'o1@thu-nghiem.example', true, 'officer', $1, 'so-y-te')`,
    [PROFILE],
  );
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await pool.end();
  await database.close();
});

async function write(count: number, from = 0): Promise<void> {
  for (let n = from; n < from + count; n++)
    await notifyAccounts(pool, {
      profile: PROFILE,
      roles: ['officer'],
      agencies: ['so-y-te'],
      except: null,
      kind: 'case-assigned',
      title: `Việc số ${n}`,
      body: 'Sở được giao trả lời.\n'.repeat(50),
      link: '/cases/1',
      dedupeKey: `việc ${n}`,
    });
}

async function deliver(email: Channel | null, webhook: Channel | null): Promise<void> {
  const ways = { email, webhook, deskUrl: 'http://127.0.0.1:8080', mailHost: 'lamro.example' };
  await planDeliveries(pool, ways, at);
  await sendDue({ pool, ways, clock });
}

interface Row {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly messageId: string;
  readonly url: string | null;
}

async function deliveries(): Promise<readonly Row[]> {
  const { rows } = await pool.query<Row>(
    `select d.id, d.state, d.attempts, d.message_id as "messageId", w.url
     from deliveries d left join webhooks w on w.id = d.webhook_id order by d.id`,
  );
  return rows;
}

function countBy(rows: readonly Row[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** What a reader of the log wants to see: each fault with what became of its deliveries. */
function print(title: string, counts: Readonly<Record<string, Readonly<Record<string, number>>>>): void {
  const lines = Object.entries(counts).map(([fault, of]) => `  ${fault}: ${JSON.stringify(of)}`);
  process.stdout.write(`${title}\n${lines.join('\n')}\n`);
}

/** Each letter meets one fault; the states that it may then be in. */
const MAIL_FAULTS: Readonly<Record<string, readonly [SmtpOptions, readonly string[]]>> = {
  none: [{}, ['delivered']],
  'refused for now': [{ reactions: { MAIL: '421 busy' } }, ['waiting']],
  'refused for good': [{ reactions: { RCPT: '550 no such user' } }, ['failed']],
  'no greeting': [{ reactions: { greeting: 'silence' } }, ['waiting']],
  'slow at DATA': [{ reactions: { DATA: 'silence' } }, ['waiting']],
  'cut mid-way': [{ cutAfter: 200 }, ['waiting', 'uncertain']],
  'cut after the dot': [{ reactions: { message: 'close' } }, ['uncertain']],
  'silent after the dot': [{ reactions: { message: 'silence' } }, ['uncertain']],
  'refused after the text': [{ reactions: { message: '554 spam' } }, ['failed']],
};

describe('mail under faults', () => {
  it('is counted to the last letter: none lost, none sent twice in silence', async () => {
    const faults = Object.entries(MAIL_FAULTS);
    const servers: SmtpServer[] = [];
    const channels: Channel[] = [];
    for (const [, [options]] of faults) {
      const server = await startSmtpServer(options);
      closing.push(() => server.close());
      servers.push(server);
      channels.push(letters(server.port));
    }
    const met = new Map<string, string>();
    const rotating: Channel = {
      name: 'email',
      send: (notice, signal) => {
        const index = met.size % channels.length;
        met.set(notice.messageId, faults[index]?.[0] ?? '');
        return channels[index]?.send(notice, signal) ?? Promise.reject(new Error('no channel'));
      },
    };
    await write(faults.length * EACH);
    await deliver(rotating, null);
    const first = await deliveries();
    const byFault = Object.fromEntries(
      faults.map(([fault]) => [fault, countBy(first.filter((row) => met.get(row.messageId) === fault))]),
    );
    print(`mail, ${first.length} letters, ${EACH} for each fault`, byFault);
    for (const [fault, [, allowed]] of faults) {
      const counted = byFault[fault] ?? {};
      expect(
        Object.keys(counted).every((state) => allowed.includes(state)),
        `${fault} ${JSON.stringify(counted)}`,
      ).toBe(true);
      expect(
        Object.values(counted).reduce((sum, count) => sum + count, 0),
        fault,
      ).toBe(EACH);
    }
    const good = await startSmtpServer();
    closing.push(() => good.close());
    at = new Date(at.getTime() + 5 * MINUTE);
    await deliver(letters(good.port), null);
    const last = await deliveries();
    print('mail, after the servers recovered', { all: countBy(last) });
    expect(last.filter(({ state }) => state === 'waiting' || state === 'sending')).toEqual([]);
    const taken = [...servers, good].flatMap((server) => server.mails.map((mail) => idIn(mail.content)));
    expect(new Set(taken).size, 'no letter was handed over twice').toBe(taken.length);
    for (const { state, messageId } of last) if (state === 'delivered') expect(taken, messageId).toContain(messageId);
    const waitedFor = first.filter(({ state }) => state === 'waiting').length;
    expect(good.mails.length).toBe(waitedFor);
  });
});

function letters(port: number): Channel {
  return emailChannel({
    host: '127.0.0.1',
    port,
    tls: 'none',
    from: { name: 'Làm Rõ', address: 'lam-ro@thu-nghiem.example' },
    connectMs: 400,
    idleMs: 400,
    timeoutMs: 2_000,
  });
}

function idIn(content: string): string {
  return /^message-id: (\S+)/im.exec(content)?.[1] ?? '';
}

type Answer = (...given: Parameters<RequestListener>) => unknown;
const HOOK_FAULTS: Readonly<Record<string, readonly [Answer, string]>> = {
  none: [(_, response) => response.writeHead(204).end(), 'delivered'],
  400: [(_, response) => response.writeHead(400).end(), 'waiting'],
  410: [(_, response) => response.writeHead(410).end(), 'failed'],
  429: [(_, response) => response.writeHead(429, { 'retry-after': '60' }).end(), 'waiting'],
  500: [(_, response) => response.writeHead(500).end(), 'waiting'],
  redirect: [(_, response) => response.writeHead(302, { location: 'http://127.0.0.1/' }).end(), 'waiting'],
  slow: [() => undefined, 'waiting'],
  'slow-body': [(_, response) => response.writeHead(200, { 'content-length': '1000' }).write('x'), 'waiting'],
  cut: [(request) => request.socket.destroy(), 'waiting'],
  'cut-mid-way': [
    (_, response) => response.writeHead(200, { 'content-length': '1000' }).write('x', () => response.destroy()),
    'waiting',
  ],
};

interface Received {
  readonly fault: string;
  readonly id: string;
  readonly verified: boolean;
}

/** One receiver with a path for each fault, until it is mended. */
async function receiver() {
  const received: Received[] = [];
  const state = { mended: false };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const fault = (request.url ?? '').slice(1);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const verified = verifyWebhook(SECRET, headers, Buffer.concat(chunks).toString(), at);
    received.push({ fault, id: headers['webhook-id'] ?? '', verified });
    if (state.mended) response.writeHead(204).end();
    else HOOK_FAULTS[fault]?.[0](request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  for (const fault of Object.keys(HOOK_FAULTS))
    await pool.query(`insert into webhooks (profile, url, secret, created_by) values ($1, $2, $3, 'x')`, [
      PROFILE,
      `${origin}/${fault}`,
      SECRET,
    ]);
  const sender = createSender({
    userAgent: 'LamRo/0.1',
    contact: 'a@b.example',
    loopbackOrigins: [origin],
    limits: { timeoutMs: 600, idleMs: 300 },
  });
  const secretsOf = (url: string) => findWebhookSecrets(pool, url, at);
  return { received, state, channel: webhookChannel({ sender, secretsOf, clock }) };
}

describe('webhooks under faults', () => {
  it('are counted to the last call, fail in sight, and go again by hand', async () => {
    const faults = Object.entries(HOOK_FAULTS);
    const { received, state, channel } = await receiver();
    await write(EACH);
    await deliver(null, channel);
    const first = await deliveries();
    const byFault = Object.fromEntries(
      faults.map(([fault]) => [fault, countBy(first.filter(({ url }) => url?.endsWith(`/${fault}`)))]),
    );
    print(`webhooks, ${first.length} calls, ${EACH} for each fault`, byFault);
    for (const [fault, [, expected]] of faults) expect(byFault[fault], fault).toEqual({ [expected]: EACH });
    // Until the pauses are used up: about three days.
    for (let round = 0; round < 10; round++) {
      at = new Date(at.getTime() + 30 * 60 * MINUTE);
      await deliver(null, channel);
    }
    const given = await deliveries();
    print('webhooks, after three days of the same', { all: countBy(given) });
    expect(countBy(given)).toEqual({ delivered: EACH, failed: EACH * (faults.length - 1) });
    expect(given.filter(({ url }) => url?.endsWith('/500')).map(({ attempts }) => attempts)).toEqual(
      Array(EACH).fill(10),
    );
    const kept = await pool.query<{ count: string }>(
      `select count(*) from delivery_attempts where status = 'failed' and detail is not null and finished_at is not null`,
    );
    expect(Number(kept.rows[0]?.count)).toBe(EACH * (1 + (faults.length - 2) * 10));
    state.mended = true;
    for (const { id, state: was } of given)
      if (was === 'failed') await decideDelivery(pool, { profile: PROFILE, id, again: true, by: 'quản trị', at });
    await deliver(null, channel);
    print('webhooks, mended and replayed by hand', { all: countBy(await deliveries()) });
    expect(countBy(await deliveries())).toEqual({ delivered: first.length });
    expect(received.every(({ verified }) => verified)).toBe(true);
    // A receiver knows each repetition by its id.
    expect(new Set(received.map(({ fault, id }) => `${fault} ${id}`)).size).toBe(first.length);
  });
});
