import { openBlobStore } from '@lamro/archive';
import { createHostGate, createRobotsCache, followHostDelays, openLedger } from '@lamro/database';
import { systemClock } from '@lamro/domain';
import { createFetcher } from '@lamro/fetching';
import { openServiceQueues } from '@lamro/queue';
import type { ServiceContext } from '@lamro/runtime';
import { LIVE_RHYTHM, type Rhythm, startCrawler } from './crawler.ts';

/** What only a test gives: nothing that a variable, a table or a page says can change these. */
export interface CrawlerTrial {
  /** Exact origins that may be loopback. */
  readonly loopbackOrigins: readonly string[];
  readonly rhythm: Rhythm;
  /** Pause between two visits to one host. */
  readonly hostDelayMs: number;
}

/** Wires a crawler on the operator's database and queue. */
export async function openCrawler(context: ServiceContext, trial: CrawlerTrial | null = null): Promise<void> {
  const { config, logger, metrics, shutdown } = context;
  const { pool, queueUrl } = await openLedger(config, { applicationName: 'crawler', service: 'crawler', ...context });
  const queues = await openServiceQueues(queueUrl, context);
  const delays = await followHostDelays(pool, logger, shutdown);
  const fetcher = createFetcher({
    hostGate: createHostGate(pool),
    userAgent: 'LamRo/0.1',
    contact: config.CONTACT,
    robotsCache: createRobotsCache(pool),
    hostDelayMs: trial === null ? delays.delayMs : () => trial.hostDelayMs,
    loopbackOrigins: trial?.loopbackOrigins ?? [],
  });
  const blobs = openBlobStore(config);
  const parts = { pool, queues, fetcher, blobs, logger, metrics, clock: systemClock };
  const rhythm = trial?.rhythm ?? LIVE_RHYTHM;
  startCrawler({ ...parts, concurrency: config.CRAWL_CONCURRENCY, rhythm }, shutdown);
}
