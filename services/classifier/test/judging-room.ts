import { saveProfile } from '@lamro/database';
import { loadProfile } from '@lamro/profiles';
import { createLogger, createMetrics } from '@lamro/runtime';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import type { ClassifierContext } from '../src/classifier.ts';
import { createProvinceJudge } from '../src/judging.ts';
import { createModelReader } from '../src/models.ts';
import { openStoryBook } from '../src/stories.ts';

export interface JudgingRoom {
  readonly database: TestDatabase;
  /** What the classifier's stages work with: a real ledger, one province, no models. */
  readonly context: ClassifierContext;
}

/** An empty ledger in which one province's articles are judged; whoever opens it closes `database`. */
export async function openJudgingRoom(profile: string): Promise<JudgingRoom> {
  const database = await openTestDatabase();
  const { pool } = database;
  await saveProfile(pool, { id: profile, name: loadProfile(profile).name, content: {}, contentHash: '' });
  const judge = createProvinceJudge(pool, profile);
  const context: ClassifierContext = {
    pool,
    stories: await openStoryBook(pool, [profile]),
    models: createModelReader(null, createMetrics(), createLogger('test', 'silent')),
    judgeOf: () => judge,
    count: () => undefined,
  };
  return { database, context };
}
