import type { Actor } from '@lamro/access';
import { confirmOutcome, scheduleOutletChecks } from '@lamro/database';
import { loadProfile } from '@lamro/profiles';
import { insertFlaggedArticle, openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Casework, createCasework } from '../casework.ts';
import { weekLabel, weekPeriod } from './period.ts';
import { readBriefing } from './read-briefing.ts';

const PROFILE = 'thai-binh';
const analyst: Actor = { id: 'analyst', name: 'analyst', profile: PROFILE, role: 'analyst', agency: null };
let database: TestDatabase;
let casework: Casework;
let caseId: string;
const week = weekLabel(new Date());

beforeAll(async () => {
  database = await openTestDatabase();
  casework = createCasework({ pool: database.pool, profiles: loadProfile, findSecrecyMarks: () => [] });
  const article = await insertFlaggedArticle(database.pool, { profile: PROFILE, sectors: ['health'] });
  const verdict = { decision: 'confirmed', verdict: 'distorted', reason: 'Trái số liệu.' } as const;
  await casework.reviewFlag(analyst, { flagId: article.flagId, ...verdict });
  caseId = (await casework.openCase(analyst, { flagIds: [article.flagId] })).caseId;
  const visit = {
    profile: PROFILE,
    caseId,
    articleId: article.articleId,
    beforeVersionId: article.versionId,
    dueAt: new Date(),
    requestedBy: null,
  };
  const [id = ''] = await scheduleOutletChecks(database.pool, [visit]);
  const outcome = { id, outcome: 'refused', note: null, by: 'analyst', at: new Date() } as const;
  await confirmOutcome(database.pool, outcome);
});
afterAll(() => database.close());

async function drawnUp() {
  const { briefingId, version } = await casework.compileBriefing(analyst, { week });
  const { content } = await casework.openBriefing(analyst, { briefingId });
  return { briefingId, version, content };
}

async function read() {
  const period = weekPeriod(week);
  if (period === null) throw new Error(`no week ${week}`);
  return (await readBriefing(database.pool, loadProfile(PROFILE), period, new Date())).document;
}

it('prints what the ledger holds while there is no draft, and the draft once there is', async () => {
  expect(await read()).toMatchObject({ edition: 1, number: null, issuedAt: null, content: { overview: '' } });
  const { briefingId } = await drawnUp();
  await casework.editBriefing(analyst, { briefingId, overview: 'Lời dẫn.' });
  expect(await read()).toMatchObject({
    edition: 1,
    signer: null,
    deskUrl: null,
    office: { body: expect.any(String) },
    content: { overview: 'Lời dẫn.' },
  });
});

it('names outlets that did not react, with the day, and proposes to follow them', async () => {
  const { content } = await drawnUp();
  expect(content.outcomes).toMatchObject([{ caseId, outcome: 'refused', outlet: 'Báo Kiểm Thử' }]);
  expect(content.outcomes[0]?.confirmedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(content.proposals).toContainEqual(expect.objectContaining({ kind: 'follow-outlet', subject: 'Báo Kiểm Thử' }));
});

it('keeps what an analyst wrote and chose beside a case, when it changes the other and when facts are read anew', async () => {
  const { briefingId } = await drawnUp();
  const shown = async () => {
    const { content } = await drawnUp();
    return content.cases.map(({ caseId: id, comment, included }) => ({ id, comment, included }));
  };
  expect(await shown()).toEqual([{ id: caseId, comment: '', included: true }]);
  await casework.editBriefing(analyst, { briefingId, cases: [{ caseId, comment: 'Nên theo dõi.' }] });
  expect(await shown()).toEqual([{ id: caseId, comment: 'Nên theo dõi.', included: true }]);
  await casework.editBriefing(analyst, { briefingId, cases: [{ caseId, included: false }] });
  expect(await shown()).toEqual([{ id: caseId, comment: 'Nên theo dõi.', included: false }]);
});

it('is not issued where nothing makes its files', async () => {
  const { briefingId } = await drawnUp();
  const coordinator: Actor = { ...analyst, id: 'coordinator', role: 'coordinator' };
  await expect(casework.issueBriefing(coordinator, { briefingId })).rejects.toMatchObject({ code: 'file-refused' });
});
