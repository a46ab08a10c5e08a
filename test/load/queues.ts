import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCluster } from '@lamro/database';
import { openQueues } from '@lamro/queue';
import { createLogger } from '@lamro/runtime';
import { REDIS_PROGRAM, startTestRedis } from '@lamro/testkit';
import type { Bench, Figure } from './figure.ts';

const JOBS = 10_000;
const WORKING_AT_ONCE = 32;

/** Jobs through a queue, from adding to the end of an empty handler, on both backends. */
export const queues: Bench = {
  name: 'queues',
  run: async () => [await onPostgres(), ...(await onRedis())],
};

async function onPostgres(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'lamro-queues-'));
  const cluster = await startCluster({ dataDir: join(folder, 'postgres'), password: randomBytes(12).toString('hex') });
  try {
    await cluster.ensureDatabase('lamro');
    return await measure('postgres', { kind: 'postgres', url: cluster.url('lamro') });
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onRedis(): Promise<readonly Figure[]> {
  if (REDIS_PROGRAM === undefined) {
    process.stderr.write('redis-server is not installed: its figure is left out\n');
    return [];
  }
  const redis = await startTestRedis();
  try {
    return [await measure('redis', { kind: 'redis', url: redis.url })];
  } finally {
    await redis.close();
  }
}

async function measure(backend: string, choice: Parameters<typeof openQueues>[0]): Promise<Figure> {
  const opened = await openQueues(choice, createLogger('bench', 'silent'));
  let done = 0;
  const started = performance.now();
  opened.work(
    'judge-version',
    async () => {
      done += 1;
    },
    WORKING_AT_ONCE,
  );
  for (let at = 0; at < JOBS; at += 500)
    await opened.addMany(
      'judge-version',
      Array.from({ length: 500 }, (_, n) => ({ versionId: `${at + n + 1}` })),
    );
  while (done < JOBS) await sleep(10);
  const seconds = (performance.now() - started) / 1_000;
  await opened.close();
  return {
    name: `queues.${backend}`,
    value: JOBS / seconds,
    unit: 'jobs/s',
    note: `${JOBS} jobs added by 500 and handled ${WORKING_AT_ONCE} at once in one process; ${done - JOBS} handled twice`,
  };
}
