import { createServer } from 'node:http';
import type { Actor } from '@lamro/access';
import { findWebhookSecrets, type Pool } from '@lamro/database';
import { verifyWebhook, webhookChannel } from '@lamro/delivery';
import { mailChannel } from '@lamro/dispatcher';
import { NOTICE_TOPICS, topicOf } from '@lamro/domain';
import { createSender } from '@lamro/fetching';
import { loadProfile } from '@lamro/profiles';
import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSmtpServer } from '../../packages/delivery/test/smtp-server.ts';
import { planDeliveries } from '../../services/dispatcher/src/notice/plan.ts';
import { remindOfDeadlines } from '../../services/dispatcher/src/notice/remind.ts';
import { reportBack } from '../../services/dispatcher/src/notice/report-back.ts';
import { sendDue } from '../../services/dispatcher/src/notice/send.ts';
import { tellOfAlarms, tellOfBrokenChain, tellOfFlags } from '../../services/dispatcher/src/notice/tell.ts';
import { ANSWER, assignMatter, type Office, openMatter, openOffice, prove } from './casework/office.ts';

const PROFILE = 'thai-binh';
const AGENCY = 'so-y-te';
const reason = 'Thuộc lĩnh vực của cơ quan khác.';
let office: Office;
let pool: Pool;

/** Colleagues of those who act: whoever causes a notice is not told of it. */
const PEOPLE = [
  ['chuyen-vien', 'analyst', null],
  ['can-bo', 'officer', AGENCY],
  ['lanh-dao-so', 'leader', AGENCY],
  ['lanh-dao', 'leader', null],
  ['dau-moi', 'coordinator', null],
  ['quan-tri', 'administrator', null],
  ['kiem-tra', 'auditor', null],
] as const;

beforeAll(async () => {
  office = await openOffice();
  pool = office.database.pool;
  await insertFlaggedArticle(pool, { profile: PROFILE, sectors: ['health'] });
  for (const [id, role, agency] of PEOPLE)
    await pool.query(
      `insert into identity."user" ("id", "name", "email", "emailVerified", "role", "profile", "agency")
       values ($1, $1, $2, true, $3, $4, $5)`,
      [id, `${id}@thu-nghiem.example`, role, PROFILE, agency],
    );
});
afterAll(() => office.close());

/** Who was told of a kind of notice, in the order of the list above. */
async function told(kind: string): Promise<string[]> {
  const { rows } = await pool.query<{ recipient: string }>(
    'select distinct recipient_id as recipient from notices where profile = $1 and kind = $2',
    [PROFILE, kind],
  );
  const names = new Set(rows.map(({ recipient }) => recipient));
  return PEOPLE.map(([id]) => id).filter((id) => names.has(id));
}

describe('events that notify', () => {
  it('a new flag: the analysts, and the agency of the field', async () => {
    await tellOfFlags(pool, loadProfile, office.clock.now);
    expect(await told('flag-raised')).toEqual(['chuyen-vien', 'can-bo']);
  });

  it('assignment, return, approval asked, sent back, release and outcome: those whose turn it is', async () => {
    const { casework } = office;
    const matter = await openMatter(office, PROFILE);
    const { caseId } = matter;
    await assignMatter(office, matter, AGENCY);
    expect(await told('assignment-awaits-approval')).toEqual(['lanh-dao', 'dau-moi']);
    expect(await told('case-assigned')).toEqual(['chuyen-vien', 'can-bo', 'lanh-dao-so', 'lanh-dao', 'dau-moi']);
    const officer: Actor = await matter.officer();
    await casework.returnCase(officer, { caseId, rightAgency: 'so-cong-thuong', reason });
    expect(await told('case-returned')).toEqual(['chuyen-vien', 'dau-moi']);
    await assignMatter(office, matter, AGENCY);
    await casework.accept(officer, { caseId });
    await casework.draft(officer, { caseId, ...ANSWER });
    await casework.submit(officer, { caseId });
    expect(await told('response-submitted')).toEqual(['lanh-dao-so', 'lanh-dao']);
    await casework.sendBack(matter.leader, { caseId, reason: 'Nêu thêm kỳ số liệu.' });
    expect(await told('response-sent-back')).toEqual(['chuyen-vien', 'can-bo']);
    const { responseId } = await casework.draft(officer, { caseId, ...ANSWER });
    await casework.submit(officer, { caseId });
    await casework.approve(matter.leader, { caseId });
    const proof = await prove(office, matter, 'portal-post');
    await casework.release(officer, { caseId, responseId, proof });
    expect(await told('case-released')).toEqual(['chuyen-vien', 'can-bo', 'lanh-dao-so', 'lanh-dao', 'dau-moi']);
    const { rows } = await pool.query<{ id: string }>('select id from outlet_checks where case_id = $1 order by id', [
      caseId,
    ]);
    const checkId = rows[0]?.id ?? '';
    await casework.proposeOutcome({ checkId, outcome: 'corrected' });
    expect(await told('outcome-proposed')).toEqual(['chuyen-vien', 'can-bo', 'dau-moi']);
    await casework.confirmOutcome(matter.coordinator, { caseId, checkId, outcome: 'corrected' });
    expect(await told('outcome-confirmed')).toEqual(['chuyen-vien', 'can-bo', 'lanh-dao-so', 'lanh-dao', 'dau-moi']);
  });

  it('a deadline: before it, at it and after it', async () => {
    const matter = await openMatter(office, PROFILE);
    await assignMatter(office, matter, AGENCY);
    const { rows } = await pool.query<{ due: Date }>(
      'select max(due_at) as due from deadlines where case_id = $1 and met_at is null',
      [matter.caseId],
    );
    const due = rows[0]?.due ?? office.clock.now;
    for (const hours of [-2, 1, 30])
      await remindOfDeadlines(pool, (_, rule) => rule, new Date(due.getTime() + hours * 3_600_000));
    expect(await told('deadline-before')).toEqual(expect.arrayContaining(['can-bo', 'lanh-dao-so']));
    expect(await told('deadline-due')).toEqual(expect.arrayContaining(['can-bo', 'lanh-dao-so', 'dau-moi']));
    expect(await told('deadline-after')).toEqual(expect.arrayContaining(['chuyen-vien', 'can-bo', 'dau-moi']));
  });

  it('a source alarm, a briefing draft and a broken chain', async () => {
    await pool.query(
      `insert into sources (profile, outlet_id, kind, url, language, country, alarm, alarm_since, created_at)
       select $1, id, 'feed', 'http://127.0.0.1/rss', 'vi', 'VN', 'quiet', now(), '2026-11-01' from outlets limit 1`,
      [PROFILE],
    );
    await tellOfAlarms(pool);
    expect(await told('source-alarm')).toEqual(['chuyen-vien', 'quan-tri']);
    const before = office.clock.now;
    office.clock.now = new Date('2026-11-27T08:30:00Z');
    expect(await office.casework.draftDueBriefing(PROFILE)).not.toBeNull();
    office.clock.now = before;
    expect(await told('briefing-drafted')).toEqual(['chuyen-vien']);
    await pool.query('alter table case_events disable trigger all');
    await pool.query(`update case_events set actor_id = 'người khác' where seq = 1`);
    expect(await tellOfBrokenChain(pool, PROFILE)).toBe(false);
    expect(await told('chain-broken')).toEqual(['dau-moi', 'quan-tri', 'kiem-tra']);
  });

  it('each belong to a topic that people can choose', async () => {
    const { rows } = await pool.query<{ kind: string }>('select distinct kind from notices');
    expect(rows.length).toBeGreaterThan(14);
    expect(rows.filter(({ kind }) => topicOf(kind) === null)).toEqual([]);
    expect(Object.keys(NOTICE_TOPICS)).toHaveLength(13);
  });
});

describe('what leaves the house', () => {
  it('reaches people by mail as they wish, and programs signed: flag, assignment, release, outcome', async () => {
    const mail = await startSmtpServer();
    const received: { type: string; verified: boolean; link: string }[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const body = Buffer.concat(chunks).toString();
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const { type, data } = JSON.parse(body);
      received.push({ type, verified: verifyWebhook(secret, headers, body, at), link: data.notices[0].link });
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    const origin = `http://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : 0}`;
    const at = new Date();
    const administrator = office.actor(PROFILE, 'administrator');
    const kinds = ['flag-raised', 'case-assigned', 'case-released', 'outcome-confirmed'] as const;
    const { secret } = await office.casework.addWebhook(administrator, { url: `${origin}/hook`, kinds: [...kinds] });
    await office.casework.chooseNotices(
      { id: 'can-bo', name: 'Cán bộ', profile: PROFILE, role: 'officer', agency: AGENCY },
      { email: true, quiet: null, digestHours: [], mutedTopics: ['release', 'outcome'] },
    );
    const sender = createSender({ userAgent: 'LamRo/0.1', contact: 'a@b.example', loopbackOrigins: [origin] });
    const ways = {
      email: mailChannel(`smtp://127.0.0.1:${mail.port}`, 'Làm Rõ <lam-ro@thu-nghiem.example>'),
      webhook: webhookChannel({
        sender,
        secretsOf: (url) => findWebhookSecrets(pool, url, at),
        clock: { now: () => at },
      }),
      deskUrl: 'https://lamro.example',
      mailHost: 'lamro.example',
    };
    await planDeliveries(pool, ways, at);
    await sendDue({ pool, ways, clock: { now: () => at } });
    expect([...new Set(received.map(({ type }) => type))].sort()).toEqual([...kinds].sort());
    expect(received.every(({ verified, link }) => verified && link.startsWith('https://lamro.example/'))).toBe(true);
    const officers = mail.mails.filter(({ to }) => to.includes('can-bo@thu-nghiem.example'));
    expect(officers.length).toBeGreaterThan(2);
    expect(officers.some(({ content }) => content.includes('(Case assigned)'))).toBe(true);
    expect(officers.some(({ content }) => /\((Released|Outlet outcome confirmed)\)/.test(content))).toBe(false);
    const { rows } = await pool.query(`select 1 from notices where recipient_id = 'can-bo' and kind = 'case-released'`);
    expect(rows.length, 'in the desk it stands all the same').toBeGreaterThan(0);
    await mail.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('tells whoever reported an item what became of it, in the desk and by mail', async () => {
    const mail = await startSmtpServer();
    const reporter: Actor = { id: 'can-bo', name: 'Cán bộ', profile: PROFILE, role: 'officer', agency: AGENCY };
    const { articleId, flagId } = await reportedItem(reporter);
    const analyst = office.actor(PROFILE, 'analyst');
    await office.casework.reviewFlag(analyst, {
      flagId,
      decision: 'dismissed',
      verdict: 'accurate-negative',
      reason: 'Số liệu đúng với báo cáo của sở.',
    });
    expect(await reportBack(pool, new Date())).toBe(1);
    const { rows } = await pool.query<{ title: string; body: string; link: string }>(
      `select title, body, link from notices where recipient_id = 'can-bo' and kind = 'report-dismissed'`,
    );
    expect(rows).toEqual([
      {
        title: 'Tin bạn báo: đã thẩm định, không lập hồ sơ',
        body: expect.stringContaining('không phải thông tin sai lệch'),
        link: `/articles/${articleId}`,
      },
    ]);
    const email = mailChannel(`smtp://127.0.0.1:${mail.port}`, 'Làm Rõ <lam-ro@thu-nghiem.example>');
    const ways = { email, webhook: null, deskUrl: 'https://lamro.example', mailHost: 'lamro.example' };
    const at = new Date();
    await planDeliveries(pool, ways, at);
    await sendDue({ pool, ways, clock: { now: () => at } });
    const letters = mail.mails.filter(({ content }) => content.includes(`https://lamro.example/articles/${articleId}`));
    expect(letters.map(({ to }) => to)).toEqual([['can-bo@thu-nghiem.example']]);
    await mail.close();
  });
});

/** An item of the ledger, reported again by an officer under the same address. */
async function reportedItem(reporter: Actor): Promise<{ articleId: string; flagId: string }> {
  const { articleId, flagId } = await insertFlaggedArticle(pool, { profile: PROFILE, sectors: ['health'] });
  const url = 'https://bao.thu-nghiem.example/bai-da-co';
  await pool.query('update articles set canonical_url = $2 where id = $1', [articleId, url]);
  const { casework } = office;
  const given = await casework.reportItem(reporter, { url, reason: 'Số liệu khác báo cáo của sở.' });
  expect(given).toEqual({ articleId, known: true });
  return { articleId, flagId };
}
