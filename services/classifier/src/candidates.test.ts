import { findStoryCandidates, insertStory, placeInStory, saveProfile, saveStoryFeatures } from '@lamro/database';
import { insertPendingVersion, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJudgingRoom } from '../test/judging-room.ts';

const PROFILE = 'hai-phong';
const OTHER = 'cao-bang';
const NOW = new Date('2026-11-20T08:00:00Z');
const DAY = 86_400_000;
let database: TestDatabase;

beforeAll(async () => {
  ({ database } = await openJudgingRoom(PROFILE));
  await saveProfile(database.pool, { id: OTHER, name: 'Cao Bằng', content: {}, contentHash: '' });
});
afterAll(() => database.close());

async function stored(profile: string, daysAgo: number, keys: readonly number[]): Promise<string> {
  const { pool } = database;
  const version = { profile, title: 'Tin', body: 'Tin', language: 'vi', country: 'VN' };
  const { articleId } = await insertPendingVersion(pool, version);
  const at = new Date(NOW.getTime() - daysAgo * DAY);
  await saveStoryFeatures(pool, { id: articleId, profile, keys, features: {}, seenAt: at, embedding: null });
  const storyId = await insertStory(pool, { profile, title: 'Tin', at });
  await placeInStory(pool, { profile, articleId, storyId, duplicateOf: null, score: 1, at });
  return articleId;
}

const candidates = async (limit = 48): Promise<readonly string[]> => {
  const question = {
    profile: PROFILE,
    articleId: '0',
    keys: [1, 2, 4_294_967_295],
    seenAt: NOW,
    withinDays: 10,
    limit,
  };
  return (await findStoryCandidates(database.pool, question)).map((row) => row.article_id);
};

describe('candidates of a story', () => {
  it('are articles of the province within ten days that share a key, those that share most first', async () => {
    const one = await stored(PROFILE, 9.9, [1, 7]);
    const three = await stored(PROFILE, -9.9, [1, 2, 4_294_967_295]);
    const two = await stored(PROFILE, 0, [2, 1, 8]);
    await stored(PROFILE, 10.1, [1, 2]);
    await stored(PROFILE, -10.1, [1, 2]);
    await stored(PROFILE, 0, [7, 8]);
    await stored(OTHER, 0, [1, 2]);
    expect(await candidates()).toEqual([three, two, one]);
    expect(await candidates(1)).toEqual([three]);
  });
});
