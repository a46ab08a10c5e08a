import { type Actor, type Command, rolesFor } from '@lamro/access';
import { ruleSetVersion } from '@lamro/analysis';
import { type Casework, CommandRefused, createCasework } from '@lamro/casework';
import { findUnjudgedVersions, saveRecords, viewJudgement, viewRevisions } from '@lamro/database';
import { type OfficialRecord, ROLES, type Role } from '@lamro/domain';
import { loadProfile } from '@lamro/profiles';
import { insertPendingVersion, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJudgingRoom } from '../test/judging-room.ts';
import type { ClassifierContext } from './classifier.ts';
import { judgeVersion } from './judge-version.ts';

const PROFILE = 'thai-binh';
let database: TestDatabase;
let casework: Casework;
let context: ClassifierContext;
const actor = (role: Role): Actor => ({ id: role, name: role, profile: PROFILE, role, agency: null });

const RECORD: OfficialRecord = {
  id: 'r-tourists',
  kind: 'figure',
  text: 'Năm 2025, tỉnh Thái Bình đón 1,2 triệu lượt khách du lịch.',
  indicator: 'lượt khách du lịch',
  value: 1_200_000,
  unit: 'lượt khách',
  period: '2025',
  documentNumber: '15/BC',
  source: 'Cục Thống kê',
  sourceUrl: 'https://records.example/15',
};

beforeAll(async () => {
  ({ database, context } = await openJudgingRoom(PROFILE));
  const { pool } = database;
  casework = createCasework({
    pool,
    profiles: loadProfile,
    findSecrecyMarks: () => [],
    nameRuleSet: () => ruleSetVersion(),
  });
  await saveRecords(pool, PROFILE, [RECORD]);
});
afterAll(() => database.close());

/** Each about another number, so that none is a copy of another. */
let serial = 0;
async function judgedArticle(): Promise<{ articleId: string; versionId: string }> {
  serial++;
  const ids = await insertPendingVersion(database.pool, {
    profile: PROFILE,
    title: `Du lịch tỉnh Thái Bình, kỳ ${serial}`,
    body: `Năm 2025, tỉnh Thái Bình chỉ đón ${300 + serial} nghìn lượt khách du lịch.`,
    language: 'vi',
    country: 'VN',
  });
  await judgeVersion(context, ids.versionId);
  return ids;
}

async function flagOf(versionId: string) {
  const { rows } = await database.pool.query<{ id: string; state: string; version: number; by: string | null }>(
    'select id, state, version, withdrawn_by as by from flags where article_version_id = $1',
    [versionId],
  );
  return rows[0];
}

async function signalsOf(versionId: string): Promise<unknown[]> {
  const { rows } = await database.pool.query('select * from signals where article_version_id = $1 order by id', [
    versionId,
  ]);
  return rows;
}

async function judgeAgain(ids: { articleId: string; versionId: string }, role: Role = 'analyst') {
  const answer = await casework.judgeAnew(actor(role), { articleId: ids.articleId });
  await judgeVersion(context, ids.versionId);
  return answer;
}

/** The article agrees with the record from now on, as after rules that read it otherwise. */
const agreeWith = async (versionId: string) => {
  await database.pool.query(
    `update article_versions set body = 'Năm 2025, tỉnh Thái Bình đón 1,2 triệu lượt khách du lịch.' where id = $1`,
    [versionId],
  );
};

describe('judging anew', () => {
  it('withdraws a flag that nobody reviewed and says by which rules, and restores it with its evidence', async () => {
    const ids = await judgedArticle();
    const first = await flagOf(ids.versionId);
    expect(first?.state).toBe('open');
    const { rows } = await database.pool.query<{ body: string }>('select body from article_versions where id = $1', [
      ids.versionId,
    ]);
    await agreeWith(ids.versionId);
    expect(await judgeAgain(ids)).toEqual({ articleId: ids.articleId, asked: true });
    const withdrawn = await flagOf(ids.versionId);
    expect(withdrawn).toEqual({ id: first?.id, state: 'withdrawn', version: 2, by: ruleSetVersion() });
    expect(await signalsOf(ids.versionId)).toEqual([]);
    const changes = await database.pool.query<{ detail: unknown }>(
      `select detail from changes where kind = 'flag.withdrawn' and object_id = $1`,
      [first?.id],
    );
    expect(changes.rows).toEqual([
      { detail: { state: 'withdrawn', articleId: ids.articleId, rules: ruleSetVersion() } },
    ]);
    const review = { flagId: first?.id ?? '', decision: 'dismissed', verdict: 'accurate', reason: 'x' } as const;
    await expect(casework.reviewFlag(actor('analyst'), review)).rejects.toMatchObject({ code: 'wrong-state' });
    await expect(casework.reopenFlag(actor('analyst'), { flagId: first?.id ?? '', reason: 'x' })).rejects.toMatchObject(
      { code: 'wrong-state', message: expect.stringContaining('đã rút') },
    );

    await database.pool.query('update article_versions set body = $2 where id = $1', [ids.versionId, rows[0]?.body]);
    await judgeAgain(ids, 'administrator');
    expect(await flagOf(ids.versionId)).toMatchObject({ id: first?.id, state: 'open', version: 3, by: null });
    await judgeAgain(ids);
    expect((await viewRevisions(database.pool, PROFILE, ids.versionId)).map(({ outcome }) => outcome)).toEqual([
      'kept',
      'restored',
      'withdrawn',
    ]);
    // What stood before stands in the revision, with its evidence.
    const kept = await database.pool.query<{ quotes: string[]; by: string }>(
      `select array(select s ->> 'quote' from jsonb_array_elements(before -> 'signals') s) as quotes, asked_by as by
       from judgement_revisions where article_version_id = $1 and outcome = 'withdrawn'`,
      [ids.versionId],
    );
    expect(kept.rows).toEqual([{ quotes: [rows[0]?.body], by: 'analyst' }]);
  });

  it('touches nothing that a person reviewed: flag, struck evidence and reviews stay, the finding is noted', async () => {
    const ids = await judgedArticle();
    const flag = await flagOf(ids.versionId);
    const [signal] = (await signalsOf(ids.versionId)) as { id: string }[];
    await casework.reviewFlag(actor('analyst'), {
      flagId: flag?.id ?? '',
      decision: 'dismissed',
      verdict: 'accurate-negative',
      reason: 'Hai kỳ khác nhau.',
      struckSignals: [signal?.id ?? ''],
    });
    const state = async () => ({
      flag: await flagOf(ids.versionId),
      signals: await signalsOf(ids.versionId),
      reviews: (await database.pool.query('select * from reviews where flag_id = $1', [flag?.id])).rows,
      score: (await viewJudgement(database.pool, PROFILE, ids.versionId))?.flagScore,
    });
    const before = await state();
    expect(before.signals).toHaveLength(1);
    await agreeWith(ids.versionId);
    await judgeAgain(ids);
    expect(await state()).toEqual(before);
    const [revision] = await viewRevisions(database.pool, PROFILE, ids.versionId);
    expect(revision).toMatchObject({ outcome: 'noted', foundRaised: false, rulesAfter: ruleSetVersion() });

    // Neither does reopening make it the software's again.
    await casework.reopenFlag(actor('analyst'), { flagId: flag?.id ?? '', reason: 'Xem lại.' });
    await judgeAgain(ids);
    expect((await flagOf(ids.versionId))?.state).toBe('open');
    expect(await signalsOf(ids.versionId)).toEqual(before.signals);
  });

  it('raises a flag where a record came since, asks once, and stays with the story', async () => {
    const late = { ...RECORD, id: 'r-late', text: 'Năm 2024, tỉnh Thái Bình đón 900 nghìn lượt khách du lịch.' };
    const ids = await insertPendingVersion(database.pool, {
      profile: PROFILE,
      title: 'Khách đến tỉnh Thái Bình năm 2024',
      body: 'Năm 2024, tỉnh Thái Bình chỉ đón 200 nghìn lượt khách du lịch.',
      language: 'vi',
      country: 'VN',
    });
    await judgeVersion(context, ids.versionId);
    expect(await flagOf(ids.versionId)).toBeUndefined();
    const storyOf = async () =>
      (await database.pool.query('select story_id from story_members where article_id = $1', [ids.articleId])).rows;
    const story = await storyOf();
    await saveRecords(database.pool, PROFILE, [{ ...late, value: 900_000, period: '2024' }]);
    const admin = actor('administrator');
    expect((await casework.judgeAnew(admin, { articleId: ids.articleId })).asked).toBe(true);
    expect((await casework.judgeAnew(admin, { articleId: ids.articleId })).asked).toBe(false);
    // What the reconciler wakes the queue for.
    expect(await findUnjudgedVersions(database.pool, 10)).toEqual([{ versionId: ids.versionId }]);
    await Promise.all([judgeVersion(context, ids.versionId), judgeVersion(context, ids.versionId)]);
    expect((await flagOf(ids.versionId))?.state).toBe('open');
    expect(await storyOf()).toEqual(story);
    expect((await viewRevisions(database.pool, PROFILE, ids.versionId)).map(({ outcome }) => outcome)).toEqual([
      'raised',
    ]);
    const trail = await database.pool.query(
      `select count(*)::int as n from audit_entries where action = 'judge-anew' and object_id = $1`,
      [ids.articleId],
    );
    expect(trail.rows).toEqual([{ n: 1 }]);
  });

  it.each<[string, Command, (by: Actor) => Promise<unknown>]>([
    ['one', 'press.replay', (by) => casework.judgeAnew(by, { articleId: '999999999' })],
    ['many', 'press.replay', (by) => casework.judgeManyAnew(by, { filter: { language: 'xx' } })],
    ['the rule set', 'press.read', (by) => casework.viewRuleSet(by, {})],
  ])('is asked for (%s) only by those with the right %s', async (_what, right, give) => {
    for (const role of ROLES) {
      const code = await give(actor(role)).then(
        () => 'given',
        (error: unknown) => (error instanceof CommandRefused ? error.code : String(error)),
      );
      expect(code === 'forbidden', `${role}: ${code}`).toBe(!rolesFor(right).includes(role));
    }
  });

  it('finds what other rules judged, at most as many as asked for, and counts what is left', async () => {
    const made = [await judgedArticle(), await judgedArticle(), await judgedArticle()];
    const admin = actor('administrator');
    const view = () => casework.viewRuleSet(admin, {});
    expect(await view()).toEqual({ ruleSet: ruleSetVersion(), older: 0, waiting: 0, failed: 0 });
    const articles = made.map(({ articleId }) => articleId);
    await database.pool.query(
      `with old as (update judgements set rule_set = 'rules-1.x.y' where article_id = any($1) returning article_id)
       update items set rule_set = 'rules-1.x.y' from old where items.article_id = old.article_id`,
      [articles],
    );
    await database.pool.query('update article_versions set quarantined_at = now(), judged_at = null where id = $1', [
      made[0]?.versionId,
    ]);
    expect(await view()).toMatchObject({ older: 3, waiting: 0, failed: 1 });
    expect((await casework.judgeManyAnew(admin, { limit: 1 })).asked).toBe(1);
    await database.pool.query('update items set relevant = false where article_id = $1', [articles[1]]);
    expect((await casework.judgeManyAnew(admin, { filter: { relevantOnly: true } })).asked).toBe(0);
    expect((await casework.judgeManyAnew(admin, {})).asked).toBe(1);
    expect((await casework.judgeManyAnew(admin, {})).asked).toBe(0);
    expect((await casework.judgeManyAnew(admin, { judged: 'failed' })).asked).toBe(1);
    expect(await view()).toMatchObject({ older: 3, waiting: 3, failed: 0 });
    for (const { versionId } of made) await judgeVersion(context, versionId);
    expect(await view()).toMatchObject({ older: 0, waiting: 0, failed: 0 });
    // Nothing of another province is asked for.
    const stranger = { ...admin, profile: 'cao-bang' };
    expect((await casework.judgeManyAnew(stranger, { judged: 'any' })).asked).toBe(0);
    await expect(casework.judgeAnew(stranger, { articleId: articles[0] ?? '' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
