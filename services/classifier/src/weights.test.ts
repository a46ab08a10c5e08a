import type { Actor } from '@lamro/access';
import { flagWeightsSchema, RULES_VERSION, relearn, START_WEIGHTS } from '@lamro/analysis';
import { type Casework, createCasework } from '@lamro/casework';
import { saveRecords, viewWeights } from '@lamro/database';
import type { Role } from '@lamro/domain';
import { loadProfile } from '@lamro/profiles';
import { insertFlaggedArticle, insertPendingVersion, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJudgingRoom } from '../test/judging-room.ts';
import type { ClassifierContext } from './classifier.ts';
import { judgeVersion } from './judge-version.ts';

const PROFILE = 'thai-binh';
let database: TestDatabase;
let casework: Casework;
let context: ClassifierContext;
const actor = (role: Role): Actor => ({ id: role, name: role, profile: PROFILE, role, agency: null });

beforeAll(async () => {
  ({ database, context } = await openJudgingRoom(PROFILE));
  const { pool } = database;
  casework = createCasework({
    pool,
    profiles: loadProfile,
    findSecrecyMarks: () => [],
    learnWeights: (lessons, inForce) => {
      const before = inForce === null ? START_WEIGHTS : flagWeightsSchema.parse(inForce);
      return { ...relearn(lessons, before), learnedAfter: before.version };
    },
  });
  await saveRecords(pool, PROFILE, [
    {
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
    },
  ]);
});
afterAll(() => database.close());

/** Judges the same contradicting article once more, under an address of its own. */
async function scored(): Promise<{ score: number; classifier: string }> {
  const { versionId } = await insertPendingVersion(database.pool, {
    profile: PROFILE,
    title: 'Du lịch tỉnh Thái Bình',
    body: 'Năm 2025, tỉnh Thái Bình chỉ đón 400 nghìn lượt khách du lịch.',
    language: 'vi',
    country: 'VN',
  });
  await judgeVersion(context, versionId);
  const { rows } = await database.pool.query<{ score: number; classifier: string }>(
    'select flag_score as score, classifier_version as classifier from judgements where article_version_id = $1',
    [versionId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the version was not judged');
  return row;
}

async function decide(count: number, distortedOf: (n: number) => boolean): Promise<void> {
  for (let n = 0; n < count; n++) {
    const { flagId } = await insertFlaggedArticle(database.pool, { profile: PROFILE });
    const distorted = distortedOf(n);
    await casework.reviewFlag(actor('analyst'), {
      flagId,
      decision: distorted ? 'confirmed' : 'dismissed',
      verdict: distorted ? 'distorted' : 'accurate-negative',
      reason: 'Đã đối chiếu.',
    });
  }
}

describe('weights of the flag score', () => {
  it('are learned from decisions, put in force by a person, and taken back with one command', async () => {
    const admin = actor('administrator');
    const before = await scored();
    expect(before.classifier).toBe(`analysis-${RULES_VERSION}+weights@start-1`);

    await decide(12, (n) => n % 4 === 0);
    await expect(casework.relearnWeights(admin, {})).rejects.toMatchObject({
      code: 'check-failed',
      message: expect.stringContaining('12 quyết định'),
    });
    await decide(60, (n) => n % 4 === 0);
    await expect(casework.relearnWeights(actor('analyst'), {})).rejects.toMatchObject({ code: 'forbidden' });
    const learned = await casework.relearnWeights(admin, {});
    expect(learned.learnedFrom + learned.heldOut).toBe(72);
    expect(await casework.relearnWeights(admin, {})).toEqual(learned);
    // Learned weights wait for a person.
    expect(await scored()).toEqual(before);

    const { version } = learned;
    await casework.putWeightsInForce(admin, { version, reason: 'Khớp hơn trên các quyết định để riêng.' });
    const after = await scored();
    expect(after.classifier).toBe(`analysis-${RULES_VERSION}+weights@${version}`);
    expect(after.score).toBeLessThan(before.score);
    const shown = await viewWeights(database.pool, PROFILE);
    expect(shown.map((one) => [one.version, one.inForce])).toEqual([
      [version, true],
      [null, false],
    ]);
    expect(shown[0]?.calibration).toMatchObject({ learnedFrom: learned.learnedFrom, bins: expect.any(Array) });

    await casework.putWeightsInForce(admin, { version: null, reason: 'Trở lại để so sánh.' });
    expect(await scored()).toEqual(before);
    await expect(casework.putWeightsInForce(admin, { version: 'khác', reason: 'thử' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const trail = await database.pool.query<{ action: string }>(
      `select action from audit_entries where object_kind = 'weights' order by id`,
    );
    expect(trail.rows.map((row) => row.action)).toEqual([
      'relearn-weights',
      'relearn-weights',
      'choose-weights',
      'choose-weights',
    ]);
  });
});
