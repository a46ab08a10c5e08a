import { createJudge } from '@lamro/analysis';
import { saveRecords, viewJudgement, viewSignals } from '@lamro/database';
import type { Judgement, PressItem } from '@lamro/domain';
import { emit } from '@lamro/newsroom';
import { loadGazetteer } from '@lamro/profiles';
import { insertPendingVersion, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassifierContext } from '../../services/classifier/src/classifier.ts';
import { judgeVersion } from '../../services/classifier/src/judge-version.ts';
import { openJudgingRoom } from '../../services/classifier/test/judging-room.ts';
import { parseSet } from './judge-score.ts';

const PROFILE = 'hai-phong';
const DAY = new Date('2026-11-20T00:00:00Z');
const set = parseSet(emit(DAY));
const records = set.records.filter((record) => record.profile === undefined || record.profile === PROFILE);

let database: TestDatabase;
let context: ClassifierContext;
beforeAll(async () => {
  ({ database, context } = await openJudgingRoom(PROFILE));
  const { pool } = database;
  await saveRecords(pool, PROFILE, records);
});
afterAll(() => database.close());

interface Found {
  readonly relevant: boolean;
  readonly flagged: boolean;
  readonly signals: readonly string[];
}

async function judgedInLedger(item: PressItem): Promise<Found> {
  const { pool } = database;
  const { articleId, versionId } = await insertPendingVersion(pool, {
    profile: PROFILE,
    title: item.title,
    body: item.text,
    language: item.language ?? 'und',
    country: item.outletCountry ?? 'VN',
    ...(typeof item.publishedAt === 'string' ? { publishedAt: item.publishedAt } : {}),
  });
  await judgeVersion(context, versionId);
  const judgement = await viewJudgement(pool, PROFILE, versionId);
  const signals = await viewSignals(pool, PROFILE, versionId);
  const { rowCount } = await pool.query('select from flags where article_id = $1', [articleId]);
  return {
    relevant: judgement?.relevant ?? false,
    flagged: rowCount === 1,
    signals: signals.map(({ kind, quote, evidenceQuote }) => `${kind}: ${quote} <> ${evidenceQuote ?? ''}`).sort(),
  };
}

function inMemory({ relevance, flag, signals }: Judgement): Found {
  return {
    relevant: relevance.relevant,
    flagged: flag.raised,
    signals: signals.map(({ kind, quote, evidence }) => `${kind}: ${quote} <> ${evidence?.quote ?? ''}`).sort(),
  };
}

describe('the classifier on the ledger', () => {
  it('finds in the newsroom what the command line finds', async () => {
    const judge = createJudge({ gazetteer: loadGazetteer(PROFILE), records });
    const different: unknown[] = [];
    let flags = 0;
    for (const item of set.articles) {
      const told = inMemory(judge(item));
      const stored = await judgedInLedger(item);
      if (told.flagged) flags++;
      if (JSON.stringify(told) !== JSON.stringify(stored)) different.push({ id: item.id, told, stored });
    }
    expect(flags).toBeGreaterThan(5);
    expect(different).toEqual([]);
  });
});
