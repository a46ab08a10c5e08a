import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { storeProfiles } from '@lamro/api';
import { folderBlobStore } from '@lamro/archive';
import { createTracking } from '@lamro/casework';
import { startClassifier } from '@lamro/classifier';
import { startCrawler } from '@lamro/crawler';
import { countProgress, createHostGate, createPool, migrate, type Pool, startCluster } from '@lamro/database';
import { startDispatcher } from '@lamro/dispatcher';
import { systemClock } from '@lamro/domain';
import { createFetcher } from '@lamro/fetching';
import { type Newsroom, startNewsroom } from '@lamro/newsroom';
import { loadProfile, PROFILE_IDS } from '@lamro/profiles';
import { openQueues } from '@lamro/queue';
import { createLogger, createMetrics, createShutdown } from '@lamro/runtime';
import { registerSample } from '../../infra/local/sample.ts';
import type { Bench, Figure } from './figure.ts';

/** From the first check of a source to the last judgement, four provinces at once and a fifth after them, embedded database and its queue, one process. */
export const pipeline: Bench = {
  name: 'pipeline',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lamro-bench-'));
    const shutdown = createShutdown(20_000);
    const cluster = await startCluster({
      dataDir: join(folder, 'postgres'),
      password: randomBytes(12).toString('hex'),
    });
    shutdown.on('storage', 'database', () => cluster.stop());
    try {
      await cluster.ensureDatabase('lamro');
      const url = cluster.url('lamro');
      await migrate(url);
      const newsroom = await startNewsroom({ now: new Date() });
      shutdown.on('connections', 'newsroom', () => newsroom.close());
      return await measure(url, newsroom, folder, shutdown);
    } finally {
      await shutdown.run();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(
  url: string,
  newsroom: Newsroom,
  folder: string,
  shutdown: ReturnType<typeof createShutdown>,
): Promise<Figure[]> {
  const pool = createPool({ connectionString: url, applicationName: 'bench', max: 30 });
  shutdown.on('connections', 'database', () => pool.end());
  await storeProfiles(pool);
  const late = PROFILE_IDS.at(-1);
  if (late === undefined) throw new Error('no profile');
  const early = PROFILE_IDS.filter((profile) => profile !== late);
  for (const profile of early) await registerSample(pool, profile, newsroom);
  const logger = createLogger('bench', 'silent');
  const queues = await openQueues({ kind: 'postgres', url }, logger);
  shutdown.on('connections', 'queues', () => queues.close());
  const fetcher = createFetcher({
    hostGate: createHostGate(pool),
    userAgent: 'LamRo/0.1',
    contact: 'bench@localhost',
    loopbackOrigins: newsroom.outlets.map((outlet) => outlet.origin),
    // Politeness off: this measures our own machine, not the patience that we owe to outlets.
    hostDelayMs: () => 0,
    robotsCache: {
      read: async (origin) => ({ origin, verdict: 'open', text: '', expiresAt: new Date(8.64e15) }),
      write: async () => undefined,
    },
  });
  const parts = {
    pool,
    queues,
    logger,
    metrics: createMetrics(),
    clock: systemClock,
    blobs: folderBlobStore(join(folder, 'archive')),
  };
  const started = performance.now();
  startCrawler(
    { ...parts, fetcher, concurrency: 32, rhythm: { shortestSeconds: 3_600, longestSeconds: 7_200 } },
    shutdown,
  );
  await startClassifier({ ...parts, profiles: PROFILE_IDS, concurrency: 2 }, shutdown);
  startDispatcher({ ...parts, casework: createTracking({ pool, profiles: loadProfile }) }, shutdown);
  const counts = await finished(async () => Promise.all(early.map((profile) => countProgress(pool, profile))));
  const seconds = (performance.now() - started) / 1_000;
  const sum = (of: (progress: (typeof counts)[number]) => number) =>
    counts.reduce((total, progress) => total + of(progress), 0);
  const judged = sum((progress) => progress.judged);
  await registerSample(pool, late, newsroom);
  await finished(async () => [await countProgress(pool, late)]);
  return [
    {
      name: 'pipeline.items-per-second',
      value: judged / seconds,
      unit: 'items/s',
      note: `${judged} items from newsroom to judgement (${sum((progress) => progress.flags)} flags) in ${seconds.toFixed(1)} s, politeness off, embedded PostgreSQL, one process`,
    },
    {
      name: 'pipeline.memory',
      value: process.memoryUsage().rss / 2 ** 20,
      unit: 'MiB',
      note: 'resident memory of that process at the end',
    },
    ...(await delaysOf(pool, late)),
  ];
}

/** How long people wait for what a newly added province brings, its sources checked all at once. */
async function delaysOf(pool: Pool, profile: string): Promise<Figure[]> {
  const { rows } = await pool.query<{ sources: number; first: number; slowest: number; median: number; p95: number }>(
    `with firsts as (
       select extract(epoch from min(j.created_at) - min(f.fetched_at))::float as seconds
       from sources s join fetches f on f.source_id = s.id join articles a on a.source_id = s.id join judgements j on j.article_id = a.id
       where s.profile = $1 group by s.id),
     waits as (
       select extract(epoch from j.created_at - f.fetched_at)::float as seconds
       from judgements j join article_versions v on v.id = j.article_version_id join fetches f on f.id = v.fetch_id
       where j.profile = $1)
     select (select count(*)::int from firsts) as sources, (select percentile_cont(0.5) within group (order by seconds) from firsts) as first,
       (select max(seconds) from firsts) as slowest, (select percentile_cont(0.5) within group (order by seconds) from waits) as median,
       (select percentile_cont(0.95) within group (order by seconds) from waits) as p95`,
    [profile],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('no delays');
  const added = `${row.sources} sources of one province added at once`;
  return [
    {
      name: 'pipeline.first-item',
      value: row.first,
      unit: 's',
      note: `${added}: from a source's first check to its first judged item, median`,
    },
    { name: 'pipeline.first-item.slowest', value: row.slowest, unit: 's', note: 'the same, of the slowest source' },
    {
      name: 'pipeline.delay.median',
      value: row.median,
      unit: 's',
      note: `${added}: from fetching a page to its judgement`,
    },
    { name: 'pipeline.delay.p95', value: row.p95, unit: 's', note: 'the same, 95th percentile' },
  ];
}

/** Waits until every source was checked and nothing more is under way. */
async function finished<Progress extends { sources: number; checked: number; articles: number; judged: number }>(
  read: () => Promise<readonly Progress[]>,
): Promise<readonly Progress[]> {
  for (let tries = 0; tries < 3_000; tries++) {
    const counts = await read();
    if (counts.every((one) => one.checked === one.sources && one.articles > 0 && one.judged >= one.articles))
      return counts;
    await sleep(100);
  }
  throw new Error('the pipeline did not finish in five minutes');
}
