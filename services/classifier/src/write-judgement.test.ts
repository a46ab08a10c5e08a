import { inTransaction, lockStandingJudgement, saveRecords, viewConsidered, viewJudgement } from '@lamro/database';
import type { Judgement, OfficialRecord, Signal } from '@lamro/domain';
import { insertPendingVersion, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openJudgingRoom } from '../test/judging-room.ts';
import { writeJudgement } from './write-judgement.ts';

const PROFILE = 'thai-binh';
const RECORD: OfficialRecord = {
  id: 'r-ferry',
  kind: 'statement',
  text: 'Bến phà vẫn hoạt động bình thường.',
  documentNumber: '7/TB',
  source: 'Sở Xây dựng',
  sourceUrl: 'https://records.example/7',
};
const SIGNAL: Signal = {
  kind: 'contradicts-statement',
  quote: 'Bến phà ngừng chạy?',
  start: 0,
  end: 19,
  evidence: { recordId: RECORD.id, quote: RECORD.text },
  why: 'Bài nói "ngừng".',
  strength: 0.9,
};
const JUDGEMENT: Judgement = {
  relevance: { relevant: true, score: 1, about: 'subject', mentions: [] },
  places: [],
  sectors: [],
  claims: [],
  signals: [],
  considered: [{ ...SIGNAL, doubt: 'Khả năng chỉ khoảng 8%.' }],
  flag: { raised: false, score: 0.1 },
  verdictSuggestion: null,
};
const BY = { classifierVersion: 'test', ruleSet: 'rules-test', models: [] };

let database: TestDatabase;
beforeAll(async () => {
  ({ database } = await openJudgingRoom(PROFILE));
  await saveRecords(database.pool, PROFILE, [RECORD]);
});
afterAll(() => database.close());

it('keeps what was taken back with the judgement, as no signal and no flag, until it is judged anew', async () => {
  const { pool } = database;
  const title = 'Bến phà ngừng chạy?';
  const article = { profile: PROFILE, title, body: '', language: 'vi', country: 'VN' };
  const ids = await insertPendingVersion(pool, article);
  const write = (judgement: Judgement) =>
    inTransaction(pool, async (client) => {
      const standing = await lockStandingJudgement(client, ids.versionId);
      return writeJudgement(client, { ...ids, profile: PROFILE, storyId: null }, BY, standing, judgement);
    });
  expect(await write(JUDGEMENT)).toBe('first');
  expect(await viewConsidered(pool, PROFILE, ids.versionId)).toMatchObject([
    { quote: title, doubt: 'Khả năng chỉ khoảng 8%.', evidenceQuote: RECORD.text, recordDocument: '7/TB' },
  ]);
  expect(await viewConsidered(pool, 'hai-phong', ids.versionId)).toEqual([]);
  const { rows } = await pool.query(
    'select (select count(*) from signals)::int as signals, (select count(*) from flags)::int as flags',
  );
  expect(rows).toEqual([{ signals: 0, flags: 0 }]);
  expect((await viewJudgement(pool, PROFILE, ids.versionId))?.flagScore).toBeCloseTo(0.1);

  expect(await write({ ...JUDGEMENT, considered: [] })).toBe('unchanged');
  expect(await viewConsidered(pool, PROFILE, ids.versionId)).toEqual([]);
});
