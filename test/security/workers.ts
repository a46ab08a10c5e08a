import { join } from 'node:path';
import { folderBlobStore } from '@lamro/archive';
import { createTracking } from '@lamro/casework';
import { startClassifier } from '@lamro/classifier';
import { startCrawler } from '@lamro/crawler';
import { asRole, createPool, findWebhookSecrets, type Pool, roleOf, type Service } from '@lamro/database';
import { type Channel, webhookChannel } from '@lamro/delivery';
import { startDispatcher } from '@lamro/dispatcher';
import { type Fetcher, systemClock } from '@lamro/domain';
import { createSender } from '@lamro/fetching';
import { loadProfile } from '@lamro/profiles';
import { type BackendChoice, openQueues } from '@lamro/queue';
import { createLogger, createMetrics, createShutdown } from '@lamro/runtime';

export interface Workers {
  readonly log: readonly string[];
  stop(): Promise<void>;
}

export interface WorkersUse {
  /** Address of the ledger as its owner; each service takes its own role. */
  readonly url: string;
  readonly folder: string;
  readonly profile: string;
  readonly queue: BackendChoice;
  /** Builds the crawler's way out on the crawler's own connections. */
  readonly fetcher: (pool: Pool) => Fetcher;
  /** The way letters go; none goes when absent. */
  readonly email?: Channel;
  /** Exact origins on loopback whose webhooks may be called: this test's own stand-ins. */
  readonly receivers?: readonly string[];
}

/** Starts crawler, classifier and dispatcher, each with the rights of its own role and no more. */
export async function startWorkers(use: WorkersUse): Promise<Workers> {
  const { url, folder, profile, queue, fetcher, email = null, receivers = [] } = use;
  const shutdown = createShutdown(20_000);
  const log: string[] = [];
  const poolOf = (service: Service): Pool => {
    const pool = createPool({ connectionString: asRole(url, roleOf(service)), applicationName: service, max: 10 });
    shutdown.on('connections', service, () => pool.end());
    return pool;
  };
  const logger = createLogger('workers', 'trace', { write: (line) => log.push(line) });
  const openOwnQueues = async () => {
    const queues = await openQueues(queue, logger);
    shutdown.on('connections', 'queues', () => queues.close());
    return queues;
  };
  const parts = { logger, metrics: createMetrics(), clock: systemClock };
  const crawling = poolOf('crawler');
  startCrawler(
    {
      ...parts,
      pool: crawling,
      queues: await openOwnQueues(),
      fetcher: fetcher(crawling),
      blobs: folderBlobStore(join(folder, 'archive')),
      concurrency: 16,
      rhythm: { shortestSeconds: 3_600, longestSeconds: 7_200 },
    },
    shutdown,
  );
  const judging = { ...parts, metrics: createMetrics(), pool: poolOf('classifier'), queues: await openOwnQueues() };
  await startClassifier({ ...judging, profiles: [profile], concurrency: 2 }, shutdown);
  const pool = poolOf('dispatcher');
  const webhook = webhookChannel({
    sender: createSender({ userAgent: 'LamRo/0.1', contact: 'quan-tri@localhost', loopbackOrigins: receivers }),
    secretsOf: (address) => findWebhookSecrets(pool, address, systemClock.now()),
  });
  const ways = { email, webhook, deskUrl: 'http://127.0.0.1', mailHost: '127.0.0.1' };
  const clockParts = { ...parts, metrics: createMetrics(), pool, queues: await openOwnQueues() };
  const casework = createTracking({ pool, profiles: loadProfile });
  startDispatcher({ ...clockParts, casework, delivery: { ways, profiles: loadProfile } }, shutdown);
  return {
    log,
    stop: async () => {
      const { failed } = await shutdown.run();
      if (failed.length > 0)
        throw new Error(`không dừng gọn: ${failed.map(({ name, reason }) => `${name} (${reason})`).join(', ')}`);
    },
  };
}

/** Waits until something is so. @throws when it is not within the time */
export async function until(what: string, done: () => Promise<boolean>, withinMs = 120_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await done())) {
    if (Date.now() > end) throw new Error(`chờ quá lâu: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
