import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger, createMetrics, note } from '@lamro/runtime';
import { openTestDatabase, REDIS_PROGRAM, startTestRedis, type TestDatabase } from '@lamro/testkit';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackendChoice } from './backend.ts';
import { openQueues, type Queues } from './queue.ts';
import { QUEUE_NAMES } from './queues.ts';
import { reconcile } from './reconciler.ts';

const logger = createLogger('test', 'silent');

for (const kind of ['postgres', 'redis'] as const)
  describe.skipIf(kind === 'redis' && REDIS_PROGRAM === undefined)(`queues on ${kind}`, () => {
    let choice: BackendChoice;
    let stop: () => Promise<void>;
    let queues: Queues;

    beforeAll(async () => {
      ({ choice, stop } = kind === 'postgres' ? await startPostgres() : await startRedis('noeviction'));
      queues = await openQueues(choice, logger);
    });
    afterAll(async () => {
      await queues.close();
      await stop();
    });

    it('hands each row to one handler once, however often it is added while it waits', async () => {
      const handled: string[] = [];
      const ids = Array.from({ length: 50 }, (_, index) => ({ versionId: `${index + 1}` }));
      await queues.addMany('judge-version', ids);
      await queues.addMany('judge-version', ids);
      queues.work('judge-version', async ({ versionId }) => void handled.push(versionId), 8);
      await until(async () => handled.length >= 50 && (await waiting(queues)) === 0);
      expect(handled.toSorted()).toEqual(ids.map((job) => job.versionId).toSorted());
    });

    it('can queue the same row again once it is done', async () => {
      const handled: string[] = [];
      queues.work('fetch-article', async ({ articleId }) => void handled.push(articleId), 1);
      for (let round = 1; round <= 3; round++) {
        await until(async () => (await waiting(queues)) === 0);
        await queues.add('fetch-article', { articleId: '7' });
        await until(async () => handled.length === round);
      }
      expect(handled).toEqual(['7', '7', '7']);
    });

    it('brings a job again later when its handler says so', async () => {
      const times: number[] = [];
      queues.work(
        'recheck-article',
        async () => {
          times.push(Date.now());
          return times.length < 3 ? { laterMs: 60 } : undefined;
        },
        1,
      );
      await queues.add('recheck-article', { checkId: '5' });
      await until(async () => times.length === 3 && (await waiting(queues)) === 0);
      expect(times).toHaveLength(3);
    });

    it('says how long the oldest has waited, how many wait, and tells of each job once', async () => {
      const metrics = createMetrics();
      const lines: Record<string, unknown>[] = [];
      const own = await openQueues(
        choice,
        createLogger('test', 'info', { write: (line) => lines.push(JSON.parse(line)) }),
        {
          metrics,
        },
      );
      own.measure(metrics);
      await own.add('check-source', { sourceId: '31' });
      await sleep(60);
      await own.add('check-source', { sourceId: '32' });
      const gauge = /^lamro_queue_oldest_seconds\{queue="check-source"\} ([\d.]+)$/m.exec(await metrics.scrape());
      expect(Number(gauge?.[1])).toBeGreaterThanOrEqual(0.06);
      expect(await metrics.scrape()).toMatch(/^lamro_queue_jobs\{queue="check-source",state="waiting"\} 2$/m);
      own.work(
        'check-source',
        async ({ sourceId }) => {
          note({ host: 'bao.example' });
          if (sourceId === '32') throw new Error('hỏng');
        },
        1,
      );
      await until(async () => lines.filter((line) => line['msg'] === 'job').length === 2);
      await own.close();
      const told = lines.filter((line) => line['msg'] === 'job');
      expect(told).toMatchObject([
        { queue: 'check-source', sourceId: '31', host: 'bao.example', outcome: 'done', turn: 1 },
        { queue: 'check-source', sourceId: '32', host: 'bao.example', outcome: 'failed', err: { message: 'hỏng' } },
      ]);
      expect(await metrics.scrape()).toMatch(/^lamro_job_seconds_count\{queue="check-source",outcome="failed"\} 1$/m);
    });

    it('shows what waits and changes nothing', async () => {
      await queues.add('judge-version', { versionId: '77' });
      const board = queues.board('/operations/queues');
      const ask = (path: string, method = 'GET') => board.fetch(new Request(`http://127.0.0.1${path}`, { method }));
      const page = await ask('/operations/queues');
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
      const html = await page.text();
      expect(html).not.toContain('https://');
      const script = /src="(static\/js\/main[^"]+)"/.exec(html)?.[1] ?? '';
      expect((await ask(`/operations/queues/${script}`)).status).toBe(200);
      const listed = JSON.stringify(await (await ask('/operations/queues/api/queues')).json());
      for (const name of QUEUE_NAMES) expect(listed).toContain(`"${name}"`);
      expect((await ask('/operations/queues/api/queues/judge-version/empty', 'PUT')).status).toBe(405);
    });

    it('refuses a second handler of one queue in a process', () => {
      expect(() => queues.work('judge-version', async () => undefined, 1)).toThrow(/đã có bộ xử lý/);
    });

    it('fills a lost queue again from the ledger', async () => {
      const unfinished = new Set(Array.from({ length: 20 }, (_, index) => `${index + 1}`));
      const work = {
        'check-source': async () => [...unfinished].map((sourceId) => ({ sourceId })),
        'fetch-article': async () => [],
        'judge-version': async () => [],
        'recheck-article': async () => [],
      };
      await reconcile(queues, work);
      await loseEverything(choice);
      const report = await reconcile(queues, work);
      expect(report.found['check-source']).toBe(20);
      queues.work('check-source', async ({ sourceId }) => void unfinished.delete(sourceId), 4);
      await until(async () => unfinished.size === 0);
      expect((await queues.depths()).map((depth) => depth.name).toSorted()).toEqual([...QUEUE_NAMES].toSorted());
    });
  });

describe.runIf(REDIS_PROGRAM !== undefined)('a Redis that evicts', () => {
  it('is refused with the remedy', async () => {
    const { choice, stop } = await startRedis('allkeys-lru');
    await expect(openQueues(choice, logger)).rejects.toThrow(/noeviction/);
    await stop();
  });
});

describe.runIf(REDIS_PROGRAM !== undefined)('a Redis that has gone', () => {
  it('is told of, and holds nobody up', async () => {
    const redis = await startTestRedis();
    const lines: string[] = [];
    const log = createLogger('test', 'warn', { write: (line) => lines.push(line) });
    const queues = await openQueues({ kind: 'redis', url: redis.url }, log, { patienceMs: 400 });
    queues.work('check-source', async () => undefined, 1);
    await queues.add('check-source', { sourceId: '1' });
    await until(async () => (await waiting(queues)) === 0);
    expect(await queues.describe()).toContain('Redis (PONG');
    await redis.close();
    await expect(queues.describe()).rejects.toThrow(/không trả lời trong 0.4 giây/);
    await queues.close();
    expect(lines.join('')).toContain('connections dropped');
  });
});

async function startPostgres(): Promise<{ choice: BackendChoice; stop: () => Promise<void> }> {
  const database: TestDatabase = await openTestDatabase();
  return { choice: { kind: 'postgres', url: database.url }, stop: () => database.close() };
}

async function startRedis(policy: string): Promise<{ choice: BackendChoice; stop: () => Promise<void> }> {
  const redis = await startTestRedis({ policy });
  return { choice: { kind: 'redis', url: redis.url }, stop: redis.close };
}

async function loseEverything(choice: BackendChoice): Promise<void> {
  if (choice.kind === 'redis') {
    const client = new Redis(choice.url);
    await client.flushall();
    await client.quit();
    return;
  }
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: choice.url });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename like '%job%'",
  );
  expect(tables.rows.length).toBeGreaterThan(0);
  for (const { name } of tables.rows) await client.query(`delete from ${name}`);
  await client.end();
}

async function waiting(queues: Queues): Promise<number> {
  return (await queues.depths()).reduce((sum, depth) => sum + depth.waiting + depth.active, 0);
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await done()) return;
    await sleep(25);
  }
  throw new Error('did not happen in time');
}
