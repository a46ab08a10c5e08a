import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeProfiles } from '@lamro/api';
import { asRole, countProgress, createHostGate, createPool, createRobotsCache, roleOf } from '@lamro/database';
import { createFetcher } from '@lamro/fetching';
import { type Newsroom, startNewsroom } from '@lamro/newsroom';
import type { BackendChoice } from '@lamro/queue';
import { openTestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerSample } from '../../infra/local/sample.ts';
import { tell } from './tell.ts';
import { startWorkers, until } from './workers.ts';

const PROFILE = 'cao-bang';
const REDIS = '/usr/bin/redis-server';
let newsroom: Newsroom;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lamro-roles-'));
  newsroom = await startNewsroom({ now: new Date() });
});
afterAll(async () => {
  await newsroom.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The sample press of a province from its first page to the last judgement, every service under its own role. */
async function throughAll(queueOf: (url: string) => BackendChoice): Promise<void> {
  const database = await openTestDatabase();
  const api = createPool({ connectionString: asRole(database.url, roleOf('api')), applicationName: 'api' });
  await storeProfiles(api);
  await registerSample(api, PROFILE, newsroom);
  const workers = await startWorkers({
    url: database.url,
    folder,
    profile: PROFILE,
    queue: queueOf(database.url),
    fetcher: (pool) =>
      createFetcher({
        hostGate: createHostGate(pool),
        userAgent: 'LamRo/0.1',
        contact: 'quan-tri@localhost',
        robotsCache: createRobotsCache(pool),
        loopbackOrigins: newsroom.outlets.map(({ origin }) => origin),
        limits: { hostDelayMs: 0 },
        hostDelayMs: () => 0,
      }),
  });
  const denied = () => workers.log.filter((line) => line.includes('permission denied'));
  await until('mọi bài đã được xét', async () => {
    const progress = await countProgress(database.pool, PROFILE);
    const judged = progress.articles > 0 && progress.judged >= progress.articles;
    return denied().length > 0 || (progress.checked === progress.sources && judged);
  }).finally(() => workers.stop());
  const { flags } = await countProgress(database.pool, PROFILE);
  const { rows: failed } = await database.pool.query(
    "select last_failure from articles where last_failure like '%permission%' union select judge_failure from article_versions where judge_failure like '%permission%'",
  );
  await api.end();
  await database.close();
  expect(denied()).toEqual([]);
  expect(failed).toEqual([]);
  expect(flags).toBeGreaterThan(0);
}

describe('the services under their roles', () => {
  it('take the sample press from page to flag, with the queue on PostgreSQL', async ({ task }) => {
    await throughAll((url) => ({ kind: 'postgres', url }));
    tell(task, 'Dịch vụ chạy đúng với vai trò của mình', 4);
  });

  it('take the sample press from page to flag, with the queue on Redis', async ({ task }) => {
    expect(existsSync(REDIS), 'redis-server is installed by infra/system-tools.mjs').toBe(true);
    const port = await freePort();
    const redis = spawn(REDIS, ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], { stdio: 'ignore' });
    try {
      await throughAll(() => ({ kind: 'redis', url: `redis://127.0.0.1:${port}` }));
    } finally {
      redis.kill();
      await once(redis, 'exit');
    }
    tell(task, 'Dịch vụ chạy đúng với vai trò của mình', 4);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}
