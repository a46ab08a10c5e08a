import { verifyChain } from '@lamro/casework';
import { listCaseDeadlines, listOutletChecks, listResponses } from '@lamro/database';
import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ANSWER,
  answerMatter,
  assignMatter,
  attach,
  finishMatter,
  type Matter,
  type Office,
  openMatter,
  openOffice,
  prove,
} from './office.ts';

const PROFILE = 'tra-vinh';
const ASKED = 'so-cong-thuong';
const reason = 'lý do';
const START = new Date('2026-11-23T02:00:00Z');
let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterEach(() => {
  office.clock.now = START;
});
afterAll(async () => {
  const report = await verifyChain(office.database.pool, PROFILE);
  await office.close();
  expect(report).toMatchObject({ ok: true });
});

async function responding(): Promise<Matter> {
  const matter = await openMatter(office, PROFILE);
  await assignMatter(office, matter);
  const officer = await matter.officer();
  await office.casework.accept(officer, { caseId: matter.caseId });
  await office.casework.draft(officer, { caseId: matter.caseId, ...ANSWER });
  return matter;
}

async function released(): Promise<{ matter: Matter; releaseId: string; responseId: string }> {
  const matter = await openMatter(office, PROFILE);
  await assignMatter(office, matter);
  const responseId = await answerMatter(office, matter);
  const proof = await prove(office, matter, 'press-release');
  const input = { caseId: matter.caseId, responseId, proof };
  const { releaseId } = await office.casework.release(await matter.officer(), input);
  return { matter, releaseId, responseId };
}

async function versionOf(caseId: string): Promise<number> {
  const found = await office.database.pool.query<{ version: number }>('select version from cases where id = $1', [
    caseId,
  ]);
  return found.rows[0]?.version ?? 0;
}

describe('what belongs to another case', () => {
  it('is not found in this one', async () => {
    const { matter: theirs, releaseId, responseId } = await released();
    const { matter: own } = await released();
    const { caseId } = own;
    const officer = await own.officer();
    const { pool } = office.database;
    const attachmentId = await attach(office, theirs);
    const checkId = (await listOutletChecks(pool, theirs.caseId))[0]?.id ?? '';
    const deadlineId = (await listCaseDeadlines(pool, theirs.caseId))[0]?.id ?? '';
    const before = await versionOf(caseId);
    const attempts = {
      comment: () => office.casework.comment(officer, { caseId, responseId, body: 'x' }),
      checkDraft: () => office.casework.checkDraft(officer, { caseId, responseId }),
      certify: () => office.casework.certifyFile(officer, { caseId, attachmentId, reason }),
      outcome: () => office.casework.confirmOutcome(officer, { caseId, checkId, outcome: 'removed' }),
      record: () =>
        office.casework.recordOutcome(officer, { caseId, articleId: theirs.articleId, outcome: 'removed', note: 'x' }),
      check: () => office.casework.requestCheck(officer, { caseId, articleId: theirs.articleId }),
      extend: () => office.casework.extend(own.coordinator, { caseId, deadlineId, amount: 1, reason }),
      withdraw: () => office.casework.withdrawRelease(own.leader, { caseId, releaseId, reason }),
    };
    for (const [name, attempt] of Object.entries(attempts)) {
      await expect(attempt(), name).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await versionOf(caseId)).toBe(before);
  });

  it('is neither answered nor replaced from this one', async () => {
    const theirs = await responding();
    const own = await responding();
    const { caseId } = own;
    const officer = await own.officer();
    const asked = office.actor(PROFILE, 'officer', ASKED);
    const { assignmentId } = await office.casework.requestOpinion(await theirs.officer(), {
      caseId: theirs.caseId,
      agency: ASKED,
      question: 'Đúng không?',
    });
    await office.casework.requestOpinion(officer, { caseId, agency: ASKED, question: 'Đúng không?' });
    await expect(office.casework.giveOpinion(asked, { caseId, assignmentId, opinion: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const item = { section: 'impact', body: 'Nhỏ.' } as const;
    const { itemId } = await office.casework.addDossierItem(await theirs.officer(), { caseId: theirs.caseId, ...item });
    await expect(office.casework.addDossierItem(officer, { caseId, ...item, replaces: itemId })).rejects.toMatchObject({
      code: 'conflict',
    });
    const attachmentId = await attach(office, theirs);
    await expect(office.casework.addDossierItem(officer, { caseId, ...item, attachmentId })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('odd input', () => {
  it.each([
    ['a null character', 'một\u0000hai'],
    ['half of a pair', 'một\ud83d hai'],
    ['a text longer than any answer', 'a'.repeat(100_001)],
    ['blanks only', ' \n\t\u00a0 '],
  ])('refuses %s in words, and stores nothing', async (_what, body) => {
    const matter = await responding();
    const officer = await matter.officer();
    const { caseId } = matter;
    const before = await versionOf(caseId);
    const attempts = [
      () => office.casework.draft(officer, { caseId, title: 'Trả lời', body }),
      () => office.casework.requestOpinion(officer, { caseId, agency: ASKED, question: body }),
      () => office.casework.addDossierItem(officer, { caseId, section: 'impact', body }),
      () => office.casework.submit(officer, { caseId, note: body }),
      () => office.casework.assignDossier(matter.analyst, { caseId, agency: ASKED, reason: body }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await versionOf(caseId)).toBe(before);
  });

  it.each([0, -1, 1.5, 2 ** 31, Number.MAX_SAFE_INTEGER, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses version %s',
    async (expectedVersion) => {
      const matter = await responding();
      const input = { caseId: matter.caseId, expectedVersion };
      await expect(office.casework.submit(await matter.officer(), input)).rejects.toMatchObject({
        code: 'invalid-input',
      });
      const review = { flagId: matter.flagId, decision: 'confirmed', reason, expectedVersion } as const;
      await expect(office.casework.reviewFlag(matter.analyst, review)).rejects.toMatchObject({ code: 'invalid-input' });
    },
  );

  it('says what changed to whoever saw a version that is long gone or yet to come', async () => {
    const matter = await responding();
    for (const expectedVersion of [1, 2 ** 31 - 1]) {
      const input = { caseId: matter.caseId, expectedVersion };
      await expect(office.casework.submit(await matter.officer(), input)).rejects.toMatchObject({ code: 'conflict' });
    }
  });

  it.each(['', '0', '-1', '1e3', '9'.repeat(19), '１２', '12 ', "1' or '1'='1"])('knows no case %j', async (caseId) => {
    const analyst = office.actor(PROFILE, 'analyst');
    const refused = await office.casework.viewCase(analyst, { caseId }).catch((error: { code: string }) => error);
    expect(['invalid-input', 'not-found']).toContain('code' in refused ? refused.code : 'found');
  });

  it('keeps text with marks of HTML as text, in NFC', async () => {
    const matter = await responding();
    const { caseId } = matter;
    const body = 'Giá <b>tăng</b> & <script>alert(1)</script> ở Trà Vinh'.normalize('NFD');
    await office.casework.draft(await matter.officer(), { caseId, title: 'Trả lời', body });
    const stored = (await listResponses(office.database.pool, caseId)).at(-1);
    expect(stored?.body).toBe(body.normalize('NFC'));
  });

  it('sees a mark of secrecy whose letters are taken apart', async () => {
    const matter = await responding();
    const body = 'TỐI MẬT\nNội dung'.normalize('NFD');
    await expect(
      office.casework.draft(await matter.officer(), { caseId: matter.caseId, title: 'Trả lời', body }),
    ).rejects.toMatchObject({ code: 'secrecy-mark' });
  });

  it('refuses a proof as deep as a well without falling in', async () => {
    const matter = await responding();
    let proof: unknown = 'x';
    for (let depth = 0; depth < 200_000; depth++) proof = [proof];
    const input = { caseId: matter.caseId, responseId: '1', proof };
    // @ts-expect-error a proof is no list
    await expect(office.casework.release(await matter.officer(), input)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it.each([
    ['tomorrow', '2026-11-24'],
    ['the next century', '2126-01-01'],
    ['a day that is none', '2026-02-29'],
    ['a day as people write it', '23/11/2026'],
  ])('takes no proof of %s', async (_what, date) => {
    const matter = await openMatter(office, PROFILE);
    await assignMatter(office, matter);
    const responseId = await answerMatter(office, matter);
    const attachmentId = await attach(office, matter);
    const proof = { channel: 'press-release', number: '12/TCBC', date, attachmentId } as const;
    const input = { caseId: matter.caseId, responseId, proof };
    await expect(office.casework.release(await matter.officer(), input)).rejects.toMatchObject({
      code: 'proof-missing',
    });
    expect(await matter.state()).toBe('approved');
  });

  it.each(['0000-01-01', '1600-01-01', '2026-13-01'])('registers no speaker from %s', async (validFrom) => {
    const entry = { agency: 'so-y-te', name: 'A', post: 'Giám đốc', ground: 'head', validFrom } as const;
    await expect(
      office.casework.registerSpokesperson(office.actor(PROFILE, 'coordinator'), entry),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('a crash between two lines', () => {
  it.each([
    ['an error of the database', "raise exception 'đĩa đầy'"],
    ['a lost connection', 'perform pg_terminate_backend(pg_backend_pid())'],
  ])('leaves nothing half done: %s', async (_what, action) => {
    const matter = await responding();
    const { caseId } = matter;
    const { pool } = office.database;
    const officer = await matter.officer();
    const before = await versionOf(caseId);
    // The clock is started after the event was written.
    await pool.query(
      `create function break_here() returns trigger language plpgsql as $$ begin ${action}; return new; end $$`,
    );
    await pool.query('create trigger break_here before insert on deadlines for each row execute function break_here()');
    try {
      await expect(office.casework.submit(officer, { caseId })).rejects.toThrow();
    } finally {
      await pool.query('drop function break_here() cascade');
    }
    expect(await matter.state()).toBe('responding');
    expect(await versionOf(caseId)).toBe(before);
    expect((await listResponses(pool, caseId)).map(({ state }) => state)).toEqual(['draft']);
    expect((await office.casework.submit(officer, { caseId, expectedVersion: before })).version).toBe(before + 1);
  });
});

describe('evidence that fell away', () => {
  it('confirms no flag a second time', async () => {
    const matter = await openMatter(office, PROFILE);
    await office.casework.withdrawRecord(matter.coordinator, { recordId: matter.recordId, reason });
    const review = { flagId: matter.flagId, decision: 'confirmed', reason } as const;
    await expect(office.casework.reviewFlag(matter.analyst, review)).rejects.toMatchObject({ code: 'check-failed' });
  });

  it('confirms no flag while it is being withdrawn', async () => {
    const flagged = await insertFlaggedArticle(office.database.pool, { profile: PROFILE });
    const analyst = office.actor(PROFILE, 'analyst');
    await Promise.allSettled([
      office.casework.reviewFlag(analyst, { flagId: flagged.flagId, decision: 'confirmed', reason }),
      office.casework.withdrawRecord(office.actor(PROFILE, 'coordinator'), { recordId: flagged.recordId, reason }),
    ]);
    const { rows } = await office.database.pool.query('select state from flags where id = $1', [flagged.flagId]);
    expect(rows).toEqual([{ state: 'open' }]);
  });

  it('lets no answer be approved or leave until a person has reviewed again', async () => {
    const matter = await responding();
    const { caseId } = matter;
    await office.casework.withdrawRecord(matter.coordinator, { recordId: matter.recordId, reason });
    const officer = await matter.officer();
    await office.casework.submit(officer, { caseId });
    await expect(office.casework.approve(matter.leader, { caseId })).rejects.toMatchObject({ code: 'check-failed' });
    const { matter: out, responseId } = await released();
    await office.casework.withdrawRecord(out.coordinator, { recordId: out.recordId, reason });
    const proof = await prove(office, out, 'press-release');
    await expect(
      office.casework.release(await out.officer(), { caseId: out.caseId, responseId, proof }),
    ).rejects.toMatchObject({ code: 'check-failed' });
  });

  it('of the round before ends no case', async () => {
    const { matter } = await released();
    const { caseId, articleId } = matter;
    await finishMatter(office, matter);
    office.clock.now = new Date(START.getTime() + 3600_000);
    await office.casework.reopen(matter.analyst, { caseId, reason });
    await assignMatter(office, matter);
    const responseId = await answerMatter(office, matter);
    const officer = await matter.officer();
    const proof = await prove(office, matter, 'press-release');
    await office.casework.release(officer, { caseId, responseId, proof });
    const check = (await listOutletChecks(office.database.pool, caseId)).find(({ state }) => state === 'waiting');
    await office.casework.proposeOutcome({ checkId: check?.id ?? '', outcome: 'unchanged' });
    await expect(office.casework.close(matter.analyst, { caseId })).rejects.toMatchObject({ code: 'check-failed' });
    await office.casework.recordOutcome(officer, { caseId, articleId, outcome: 'unchanged', note: 'Đã xem lại.' });
    expect((await office.casework.close(matter.analyst, { caseId })).state).toBe('closed');
  });
});

describe('flags of a case', () => {
  it('tell one story', async () => {
    const analyst = office.actor(PROFILE, 'analyst');
    const confirmed = async (storyId?: string) => {
      const story = storyId === undefined ? {} : { storyId };
      const flagged = await insertFlaggedArticle(office.database.pool, { profile: PROFILE, ...story });
      await office.casework.reviewFlag(analyst, { flagId: flagged.flagId, decision: 'confirmed', reason });
      return flagged;
    };
    const first = await confirmed();
    const second = await confirmed(first.storyId);
    const stranger = await confirmed();
    await expect(office.casework.openCase(analyst, { flagIds: [first.flagId, stranger.flagId] })).rejects.toMatchObject(
      { code: 'invalid-input' },
    );
    // The same flag named twice is one flag.
    const { caseId } = await office.casework.openCase(analyst, {
      flagIds: [first.flagId, second.flagId, first.flagId],
    });
    expect((await office.casework.viewCase(analyst, { caseId })).articles).toHaveLength(2);
  });

  it('are opened into one case by people who all press at once', async () => {
    const analyst = office.actor(PROFILE, 'analyst');
    const { flagId } = await insertFlaggedArticle(office.database.pool, { profile: PROFILE });
    await office.casework.reviewFlag(analyst, { flagId, decision: 'confirmed', reason });
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => office.casework.openCase(analyst, { flagIds: [flagId] })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('an agency that is only asked for its opinion', () => {
  it('neither reads nor marks the drafts and files of others', async () => {
    const matter = await responding();
    const { caseId } = matter;
    const attachmentId = await attach(office, matter);
    await office.casework.requestOpinion(await matter.officer(), { caseId, agency: ASKED, question: 'Đúng không?' });
    const asked = office.actor(PROFILE, 'officer', ASKED);
    const responseId = (await listResponses(office.database.pool, caseId))[0]?.id ?? '';
    const view = await office.casework.viewCase(asked, { caseId });
    expect([view.responses, view.dossier]).toEqual([[], []]);
    const attempts = [
      () => office.casework.comment(asked, { caseId, responseId, body: 'x' }),
      () => office.casework.checkDraft(asked, { caseId, responseId }),
      () => office.casework.certifyFile(asked, { caseId, attachmentId, reason }),
      () => office.casework.openAttachment(asked, { attachmentId }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('more time', () => {
  it('is given by an agency’s leader to what that agency does, and to nothing else', async () => {
    const matter = await responding();
    const { caseId } = matter;
    await office.casework.requestOpinion(await matter.officer(), { caseId, agency: ASKED, question: 'Đúng không?' });
    const clocks = await listCaseDeadlines(office.database.pool, caseId);
    const draft = clocks.find(({ rule }) => rule === 'draft-response')?.id ?? '';
    const opinion = clocks.find(({ assignmentId }) => assignmentId !== null)?.id ?? '';
    const leaderOf = (agency: string) => office.actor(PROFILE, 'leader', agency);
    const give = (agency: string, deadlineId: string) =>
      office.casework.extend(leaderOf(agency), { caseId, deadlineId, amount: 1, reason });
    await expect(give(ASKED, draft)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(give(await matter.lead(), opinion)).rejects.toMatchObject({ code: 'forbidden' });
    await give(await matter.lead(), draft);
    const all = { caseId, deadlineId: draft, amount: 1, reason };
    await office.casework.extend(matter.coordinator, all);
    await expect(office.casework.extend(matter.coordinator, { ...all, amount: 366 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe('opening what others do not see', () => {
  it('is logged for whoever sees drafts, and for nobody else', async () => {
    const matter = await responding();
    const { caseId } = matter;
    await office.casework.requestOpinion(await matter.officer(), { caseId, agency: ASKED, question: 'Đúng không?' });
    const auditor = office.actor(PROFILE, 'auditor');
    await office.casework.viewCase(auditor, { caseId });
    await office.casework.viewCase(office.actor(PROFILE, 'officer', ASKED), { caseId });
    await expect(office.casework.noteOpening(office.actor('cao-bang', 'auditor'), { caseId })).rejects.toMatchObject({
      code: 'not-found',
    });
    const log = await office.database.pool.query(
      "select actor_id from audit_entries where action = 'open-case' and object_id = $1",
      [caseId],
    );
    expect(log.rows).toEqual([{ actor_id: auditor.id }]);
  });
});
