import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createPool, insertIntakeReport, notifyAccounts, type Pool } from '@lamro/database';
import { type Channel, webhookChannel } from '@lamro/delivery';
import { createSender } from '@lamro/fetching';
import { loadProfile } from '@lamro/profiles';
import { insertFlaggedArticle, openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SmtpOptions, type SmtpServer, startSmtpServer } from '../../../../packages/delivery/test/smtp-server.ts';
import type { DeliveryWays } from './delivery.ts';
import { mailChannel } from './mail-settings.ts';
import { planDeliveries } from './plan.ts';
import { remindOfDeadlines } from './remind.ts';
import { reportBack } from './report-back.ts';
import { sendDue } from './send.ts';
import { tellOfAlarms, tellOfBrokenChain, tellOfFlags } from './tell.ts';

const PROFILE = 'thai-binh';
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
let database: TestDatabase;
let pool: Pool;
const closing: (() => unknown)[] = [];
let at = new Date('2026-11-20T03:00:00Z');
const clock = { now: () => at };

beforeEach(async () => {
  database = await openTestDatabase();
  pool = createPool({ connectionString: database.url, applicationName: 'notices' });
  at = new Date('2026-11-20T03:00:00Z');
  await pool.query(`insert into profiles (id, name, content, content_hash) values ($1, $1, '{}', '')`, [PROFILE]);
  await pool.query(
    `insert into identity."user" ("id", "name", "email", "emailVerified", "role", "profile", "agency") values
     ('o1', 'Cán bộ', 'o1@thu-nghiem.example', true, 'officer', $1, 'so-y-te'),
     ('l1', 'Lãnh đạo', 'l1@thu-nghiem.example', true, 'leader', $1, 'so-y-te')`,
    [PROFILE],
  );
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await pool.end();
  await database.close();
});

function ways(email: Channel | null, webhook: Channel | null = null): DeliveryWays {
  return { email, webhook, deskUrl: 'http://127.0.0.1:8080', mailHost: 'lamro.example' };
}

async function mailTo(options: SmtpOptions = {}): Promise<{ server: SmtpServer; channel: Channel }> {
  const server = await startSmtpServer(options);
  closing.push(() => server.close());
  const channel = mailChannel(`smtp://127.0.0.1:${server.port}`, 'Làm Rõ <lam-ro@thu-nghiem.example>');
  if (channel === null) throw new Error('no channel');
  return { server, channel };
}

const tell = (key: string, roles: readonly ('officer' | 'leader')[] = ['officer']) =>
  notifyAccounts(pool, {
    profile: PROFILE,
    roles,
    agencies: ['so-y-te'],
    except: null,
    kind: 'case-assigned',
    title: `Việc mới ${key}`,
    body: 'Sở được giao trả lời.',
    link: '/cases/1',
    dedupeKey: key,
  });

async function deliver(given: DeliveryWays): Promise<void> {
  await planDeliveries(pool, given, at);
  await sendDue({ pool, ways: given, clock });
}

const states = async () => {
  const { rows } = await pool.query<{ state: string; attempts: number }>(
    'select state, attempts from deliveries order by id',
  );
  return rows.map((row) => `${row.state} ${row.attempts}`);
};

describe('letters', () => {
  it('go out once each, with a stable Message-ID and a link to the desk', async () => {
    const { server, channel } = await mailTo();
    await tell('a', ['officer', 'leader']);
    await Promise.all([deliver(ways(channel)), deliver(ways(channel))]);
    await deliver(ways(channel));
    expect(await states()).toEqual(['delivered 1', 'delivered 1']);
    expect(server.mails.flatMap((mail) => mail.to).sort()).toEqual(['l1@thu-nghiem.example', 'o1@thu-nghiem.example']);
    const { rows } = await pool.query<{ message_id: string }>('select message_id from deliveries');
    for (const { message_id } of rows)
      expect(server.mails.some((mail) => mail.content.includes(message_id))).toBe(true);
    expect(server.mails[0]?.content).toContain('http://127.0.0.1:8080/cases/1');
  });

  it.each<[string, SmtpOptions, string[]]>([
    ['refused for now', { reactions: { RCPT: '451 later' } }, ['waiting 1']],
    ['refused for good', { reactions: { RCPT: '550 no such user' } }, ['failed 1']],
    ['refused after the text', { reactions: { message: '554 no' } }, ['failed 1']],
    ['cut while the text goes over', { cutAfter: 100 }, ['waiting 1', 'uncertain 1']],
    ['cut after the text, before the answer', { reactions: { message: 'close' } }, ['uncertain 1']],
    ['down at the greeting', { reactions: { greeting: 'reset' } }, ['waiting 1']],
  ])('%s', async (_, options, allowed) => {
    const { channel } = await mailTo(options);
    await tell('a');
    await deliver(ways(channel));
    const [state = ''] = await states();
    expect(allowed).toContain(state);
    const { rows } = await pool.query(
      'select 1 from delivery_attempts where finished_at is not null and detail is not null',
    );
    expect(rows).toHaveLength(1);
  });

  it('are tried again after a pause, then delivered under the same Message-ID', async () => {
    await tell('a');
    const broken = await mailTo({ reactions: { MAIL: '421 busy' } });
    await deliver(ways(broken.channel));
    const good = await mailTo();
    await deliver(ways(good.channel));
    expect(await states()).toEqual(['waiting 1']);
    at = new Date(at.getTime() + 5 * 60_000);
    await deliver(ways(good.channel));
    expect(await states()).toEqual(['delivered 2']);
    expect(good.server.mails).toHaveLength(1);
  });

  it('are left for the next start when the sender is told to end, but for the one in hand', async () => {
    const ending = new AbortController();
    const { server, channel } = await mailTo();
    const slow: Channel = {
      name: 'email',
      send: async (notice, signal) => {
        ending.abort();
        return channel.send(notice, signal);
      },
    };
    for (const key of ['a', 'b', 'c']) await tell(key);
    await planDeliveries(pool, ways(slow), at);
    expect(await sendDue({ pool, ways: ways(slow), clock }, ending.signal)).toBe(1);
    expect(await states()).toEqual(['delivered 1', 'waiting 0', 'waiting 0']);
    await deliver(ways(channel));
    expect(server.mails).toHaveLength(3);
  });

  it('of a sender that died are uncertain, and never sent again by themselves', async () => {
    await tell('a');
    const { server, channel } = await mailTo();
    const dead: Channel = { name: 'email', send: () => Promise.reject(new Error('killed')) };
    await expect(deliver(ways(dead))).rejects.toThrow('killed');
    expect(await states()).toEqual(['sending 1']);
    at = new Date(at.getTime() + 3_600_000);
    await deliver(ways(channel));
    expect(await states()).toEqual(['uncertain 1']);
    expect(server.mails).toHaveLength(0);
    const { rows } = await pool.query('select status from delivery_attempts');
    expect(rows).toEqual([{ status: 'cut-off' }]);
  });

  it('wait for the digest of who wants one, and for the end of quiet hours', async () => {
    const { server, channel } = await mailTo();
    await pool.query(`insert into delivery_preferences (account_id, profile, digest_hours) values ('o1', $1, '{7}')`, [
      PROFILE,
    ]);
    await pool.query(
      `insert into delivery_preferences (account_id, profile, quiet_from, quiet_to) values ('l1', $1, '21:00', '06:30')`,
      [PROFILE],
    );
    at = new Date('2026-11-20T15:00:00Z');
    for (const key of ['a', 'b', 'c']) await tell(key, ['officer', 'leader']);
    await deliver(ways(channel));
    expect(server.mails).toHaveLength(0);
    at = new Date('2026-11-20T23:31:00Z');
    await deliver(ways(channel));
    expect(server.mails.map((mail) => mail.to[0])).toEqual(Array(3).fill('l1@thu-nghiem.example'));
    at = new Date('2026-11-21T00:00:01Z');
    await deliver(ways(channel));
    expect(server.mails.filter((mail) => mail.to[0] === 'o1@thu-nghiem.example')).toHaveLength(1);
    expect(await states()).toHaveLength(4);
  });
});

async function hook(listener: RequestListener): Promise<{ url: string; channel: Channel }> {
  const server: Server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const sender = createSender({ userAgent: 'LamRo/0.1', contact: 'a@b.example', loopbackOrigins: [origin] });
  const url = `${origin}/hook`;
  await pool.query(`insert into webhooks (profile, url, secret, created_by) values ($1, $2, $3, 'x')`, [
    PROFILE,
    url,
    SECRET,
  ]);
  return { url, channel: webhookChannel({ sender, secretsOf: async () => [SECRET] }) };
}

describe('webhooks', () => {
  it('are called once for what several people were told, and again under the same id after a failure', async () => {
    const ids: unknown[] = [];
    const { channel } = await hook((request, response) => {
      ids.push(request.headers['webhook-id']);
      response.writeHead(ids.length === 1 ? 503 : 204).end();
    });
    await tell('a', ['officer', 'leader']);
    await deliver(ways(null, channel));
    expect(await states()).toEqual(['waiting 1']);
    at = new Date(at.getTime() + 3_600_000);
    await deliver(ways(null, channel));
    expect(await states()).toEqual(['delivered 2']);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('reminders', () => {
  it('come before, at and after a deadline, once each, and anew where it was extended', async () => {
    const { rows } = await pool.query<{ id: string }>(
      `insert into cases (profile, number, title, origin, route, lead_agency, opened_by) values
       ($1, '1/2026', 'Chỉ tiêu y tế', 'domestic', '{}', 'so-y-te', 'x') returning id`,
      [PROFILE],
    );
    await pool.query(
      `insert into deadlines (profile, case_id, rule, starts_at, due_at, steps, basis)
       values ($1, $2, 'draft-response', '2026-11-18T03:00:00Z', '2026-11-21T03:00:00Z', '[]', 'internal')`,
      [PROFILE, rows[0]?.id],
    );
    const told = async (moment: string) => {
      await remindOfDeadlines(pool, () => 'Dự thảo trả lời', new Date(moment));
      await remindOfDeadlines(pool, () => 'Dự thảo trả lời', new Date(moment));
      const written = await pool.query<{ kind: string }>(
        `select kind from notices where recipient_id = 'o1' order by id`,
      );
      return written.rows.map((row) => row.kind.replace('deadline-', ''));
    };
    expect(await told('2026-11-20T02:00:00Z')).toEqual([]);
    expect(await told('2026-11-20T03:00:00Z')).toEqual(['before']);
    expect(await told('2026-11-21T03:00:00Z')).toEqual(['before', 'due']);
    await pool.query(`update deadlines set due_at = '2026-11-25T03:00:00Z'`);
    expect(await told('2026-11-24T04:00:00Z')).toEqual(['before', 'due', 'before']);
    expect(await told('2026-11-26T04:00:00Z')).toEqual(['before', 'due', 'before', 'after']);
    await pool.query('update deadlines set met_at = now()');
    expect(await told('2026-11-30T04:00:00Z')).toHaveLength(4);
  });

  it('of a task go to the agency that was asked, not to the one that answers', async () => {
    await pool.query(
      `insert into identity."user" ("id", "name", "email", "emailVerified", "role", "profile", "agency")
       values ('o2', 'Cán bộ', 'o2@thu-nghiem.example', true, 'officer', $1, 'so-cong-thuong')`,
      [PROFILE],
    );
    await pool.query(
      `with c as (insert into cases (profile, number, title, origin, route, lead_agency, opened_by)
         values ($1, '1/2026', 'Chỉ tiêu y tế', 'domestic', '{}', 'so-y-te', 'x') returning id),
       s as (insert into assignments (profile, case_id, task, agency, state, basis, assigned_by)
         select $1, id, 'opinion', 'so-cong-thuong', 'open', 'internal', 'x' from c returning id, case_id)
       insert into deadlines (profile, case_id, assignment_id, rule, starts_at, due_at, steps, basis)
       select $1, case_id, id, 'give-opinion', '2026-11-18T03:00:00Z', '2026-11-21T03:00:00Z', '[]', 'internal' from s`,
      [PROFILE],
    );
    await remindOfDeadlines(pool, () => 'Cho ý kiến', new Date('2026-11-20T03:00:00Z'));
    const written = await pool.query<{ who: string }>(
      `select recipient_id as who from notices where kind = 'deadline-before'`,
    );
    expect(written.rows).toEqual([{ who: 'o2' }]);
  });
});

describe('what no command tells', () => {
  const kinds = async (recipient: string) => {
    const { rows } = await pool.query<{ kind: string }>(
      'select kind from notices where recipient_id = $1 order by id',
      [recipient],
    );
    return rows.map((row) => row.kind);
  };
  beforeEach(async () => {
    await pool.query(
      `insert into identity."user" ("id", "name", "email", "emailVerified", "role", "profile", "agency") values
       ('a1', 'Chuyên viên', 'a1@thu-nghiem.example', true, 'analyst', $1, null),
       ('o2', 'Cán bộ khác', 'o2@thu-nghiem.example', true, 'officer', $1, 'so-cong-thuong'),
       ('k1', 'Kiểm tra', 'k1@thu-nghiem.example', true, 'auditor', $1, null)`,
      [PROFILE],
    );
  });

  it('goes to analysts and the agency of the field, once for each flag', async () => {
    await insertFlaggedArticle(pool, { profile: PROFILE, sectors: ['health'] });
    expect(await tellOfFlags(pool, loadProfile, at)).toBe(1);
    expect(await tellOfFlags(pool, loadProfile, at)).toBe(0);
    expect([await kinds('a1'), await kinds('o1'), await kinds('o2')]).toEqual([['flag-raised'], ['flag-raised'], []]);
  });

  it('names an alarm and its remedy, and again when it comes back', async () => {
    const { outletId } = await insertFlaggedArticle(pool, { profile: PROFILE });
    await pool.query(
      `insert into sources (profile, outlet_id, kind, url, language, country, alarm, alarm_since)
       values ($1, $2, 'feed', 'http://127.0.0.1/rss', 'vi', 'VN', 'quiet', now() - interval '1 day')`,
      [PROFILE, outletId],
    );
    expect([await tellOfAlarms(pool), await tellOfAlarms(pool)]).toEqual([1, 0]);
    await pool.query('update sources set alarm = null, alarm_since = null');
    await tellOfAlarms(pool);
    await pool.query(`update sources set alarm = 'quiet', alarm_since = now()`);
    expect(await tellOfAlarms(pool)).toBe(1);
    expect(await kinds('a1')).toEqual(['source-alarm', 'source-alarm']);
    const { rows } = await pool.query<{ title: string }>('select title from notices limit 1');
    expect(rows[0]?.title).toContain('Im ắng khác thường');
  });

  it('tells whoever reported an item what a person decided, once, and nobody else', async () => {
    const { articleId, flagId } = await insertFlaggedArticle(pool, { profile: PROFILE });
    await insertIntakeReport(pool, {
      profile: PROFILE,
      articleId,
      reporterId: 'o1',
      reason: 'Số liệu khác báo cáo của sở.',
      receivedBy: 'agency',
      at,
    });
    expect(await reportBack(pool, at)).toBe(0);
    await pool.query(
      `insert into reviews (profile, flag_id, decision, reason, reviewer_id, reviewer_role) values ($1, $2, 'dismissed', 'x', 'a1', 'analyst')`,
      [PROFILE, flagId],
    );
    expect([await reportBack(pool, at), await reportBack(pool, at)]).toEqual([1, 0]);
    expect([await kinds('o1'), await kinds('a1')]).toEqual([['report-dismissed'], []]);
  });

  it('says when a chain of events no longer holds', async () => {
    expect(await tellOfBrokenChain(pool, PROFILE)).toBe(true);
    await pool.query(
      `insert into cases (profile, number, title, origin, route, opened_by) values ($1, '1/2026', 'x', 'domestic', '{}', 'x')`,
      [PROFILE],
    );
    await pool.query(
      `insert into case_events (case_id, seq, profile, at, command, actor_id, actor_role, to_state, previous_hash, hash)
       select id, 1, profile, now(), 'open', 'x', 'analyst', 'drafted', 'x', 'giả' from cases`,
    );
    expect(await tellOfBrokenChain(pool, PROFILE)).toBe(false);
    expect(await tellOfBrokenChain(pool, PROFILE)).toBe(false);
    expect([await kinds('k1'), await kinds('o1')]).toEqual([['chain-broken'], []]);
  });
});
