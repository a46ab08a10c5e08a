import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { storeProfiles } from '@lamro/api';
import { folderBlobStore } from '@lamro/archive';
import { createTracking } from '@lamro/casework';
import { startCrawler } from '@lamro/crawler';
import {
  countProgress,
  createHostGate,
  createPool,
  createRobotsCache,
  migrate,
  type Pool,
  startCluster,
} from '@lamro/database';
import { startDispatcher } from '@lamro/dispatcher';
import { type Fetcher, type HostGate, systemClock } from '@lamro/domain';
import { createFetcher, type FetcherOptions } from '@lamro/fetching';
import { type Newsroom, startNewsroom } from '@lamro/newsroom';
import { loadProfile, PROFILE_IDS } from '@lamro/profiles';
import { openQueues } from '@lamro/queue';
import { createLogger, createMetrics, createShutdown, type Shutdown } from '@lamro/runtime';
import { registerSample } from '../../infra/local/sample.ts';
import type { Bench, Figure } from './figure.ts';

/** The crawler alone, from the first check of a source to stored versions; what it costs outlets in requests. */
export const crawler: Bench = {
  name: 'crawler',
  run: async () => [await measureSpeed(), ...(await measureManners())],
};

interface Setting {
  readonly pool: Pool;
  readonly newsroom: Newsroom;
  /** Requests that left, robots.txt among them. */
  readonly requests: { count: number };
  start(profiles: readonly string[], fetcherOptions: Partial<FetcherOptions>): Promise<void>;
}

async function inSetting<Result>(work: (setting: Setting) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lamro-bench-'));
  const shutdown = createShutdown(20_000);
  const cluster = await startCluster({ dataDir: join(folder, 'postgres'), password: randomBytes(12).toString('hex') });
  shutdown.on('storage', 'database', () => cluster.stop());
  try {
    await cluster.ensureDatabase('lamro');
    const url = cluster.url('lamro');
    await migrate(url);
    const newsroom = await startNewsroom({ now: new Date() });
    shutdown.on('connections', 'newsroom', () => newsroom.close());
    const pool = createPool({ connectionString: url, applicationName: 'bench', max: 30 });
    shutdown.on('connections', 'database', () => pool.end());
    await storeProfiles(pool);
    const requests = { count: 0 };
    const start = (profiles: readonly string[], options: Partial<FetcherOptions>) =>
      startParts({ url, pool, newsroom, folder, shutdown, requests }, profiles, options);
    return await work({ pool, newsroom, requests, start });
  } finally {
    await shutdown.run();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly url: string;
  readonly pool: Pool;
  readonly newsroom: Newsroom;
  readonly folder: string;
  readonly shutdown: Shutdown;
  readonly requests: { count: number };
}

async function startParts(place: Place, profiles: readonly string[], options: Partial<FetcherOptions>): Promise<void> {
  const { url, pool, newsroom, shutdown } = place;
  for (const profile of profiles) await registerSample(pool, profile, newsroom);
  const logger = createLogger('bench', 'silent');
  const queues = await openQueues({ kind: 'postgres', url }, logger);
  shutdown.on('connections', 'queues', () => queues.close());
  const parts = {
    pool,
    queues,
    logger,
    metrics: createMetrics(),
    clock: systemClock,
    blobs: folderBlobStore(join(place.folder, 'archive')),
  };
  const fetcher: Fetcher = createFetcher({
    hostGate: counting(createHostGate(pool), place.requests),
    userAgent: 'LamRo/0.1',
    contact: 'bench@localhost',
    loopbackOrigins: newsroom.outlets.map((outlet) => outlet.origin),
    ...options,
  });
  startCrawler(
    { ...parts, fetcher, concurrency: 32, rhythm: { shortestSeconds: 3_600, longestSeconds: 7_200 } },
    shutdown,
  );
  startDispatcher({ ...parts, casework: createTracking({ pool, profiles: loadProfile }) }, shutdown);
}

/** Every request takes a turn. */
function counting(gate: HostGate, requests: { count: number }): HostGate {
  return {
    enter: async (host, delayMs, signal) => {
      const turn = await gate.enter(host, delayMs, signal);
      requests.count += 1;
      return turn;
    },
  };
}

function measureSpeed(): Promise<Figure> {
  return inSetting(async ({ pool, start }) => {
    const started = performance.now();
    // Politeness off: this measures our own machine, not the patience that we owe to outlets.
    await start(PROFILE_IDS, {
      hostDelayMs: () => 0,
      robotsCache: {
        read: async (origin) => ({ origin, verdict: 'open', text: '', expiresAt: new Date(8.64e15) }),
        write: async () => undefined,
      },
    });
    const fetched = await settled(pool, PROFILE_IDS);
    const seconds = (performance.now() - started) / 1_000;
    return {
      name: 'crawler.articles-per-second',
      value: fetched / seconds,
      unit: 'articles/s',
      note: `${fetched} articles from sources to stored versions in ${seconds.toFixed(1)} s, politeness off, one process, embedded PostgreSQL`,
    };
  });
}

const ROUNDS = 4;

/** One province with the sample's own robots.txt (one second between requests), read once and then looked at again and again. */
function measureManners(): Promise<Figure[]> {
  const profile = PROFILE_IDS[0] ?? '';
  return inSetting(async ({ pool, newsroom, requests, start }) => {
    await start([profile], { robotsCache: createRobotsCache(pool) });
    const first = await settled(pool, [profile]);
    const firstRequests = requests.count;
    const steps = newsroom.steps.filter((step) => step.endsWith(`:${profile}`));
    for (let round = 0; round < ROUNDS; round++) {
      const step = steps[round];
      if (step !== undefined) newsroom.advance(step);
      await pool.query('update sources set next_check_at = now(), last_success_at = null');
      await settled(pool, [profile]);
    }
    const { rows } = await pool.query<{ articles: number; unchanged: number }>(
      `select (select count(*)::int from articles where state = 'fetched') as articles,
         (select count(*)::int from fetches where outcome = 'not-modified') as unchanged`,
    );
    const total = rows[0]?.articles ?? 0;
    const note = `${requests.count} requests for ${total} articles of one province, ${ROUNDS} more looks at every source included (${rows[0]?.unchanged ?? 0} answered "not modified"), robots.txt and politeness on`;
    return [
      {
        name: 'crawler.requests-per-article-first',
        value: firstRequests / first,
        unit: 'requests/article',
        note: `${firstRequests} requests for ${first} articles on the first reading: robots.txt, listing, page, politeness on`,
      },
      { name: 'crawler.requests-per-article', value: requests.count / total, unit: 'requests/article', note },
    ];
  });
}

/** Waits until every source was checked and every article is fetched or given up. @returns how many were fetched */
async function settled(pool: Pool, profiles: readonly string[]): Promise<number> {
  for (let tries = 0; tries < 6_000; tries++) {
    const counts = await Promise.all(profiles.map((profile) => countProgress(pool, profile)));
    const { rows } = await pool.query<{ open: number }>(
      "select count(*)::int as open from articles where state = 'discovered' and attempts = 0",
    );
    const checked = counts.every((one) => one.checked === one.sources && one.articles > 0);
    if (checked && rows[0]?.open === 0) return counts.reduce((sum, one) => sum + one.fetched, 0);
    await sleep(50);
  }
  throw new Error('the crawler did not finish in five minutes');
}
