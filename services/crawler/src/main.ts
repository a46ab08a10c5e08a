import { join } from 'node:path';
import { folderBlobStore } from '@lamro/archive';
import { createHostGate, createRobotsCache, followHostDelays, openLedger } from '@lamro/database';
import { systemClock } from '@lamro/domain';
import { createFetcher } from '@lamro/fetching';
import { chooseBackend, openQueues } from '@lamro/queue';
import { runService } from '@lamro/runtime';
import { LIVE_RHYTHM, startCrawler } from './crawler.ts';

await runService('crawler', async ({ config, logger, metrics, health, shutdown }) => {
  const ledger = await openLedger(config, { applicationName: 'crawler', service: 'crawler', logger, health, shutdown });
  const queues = await openQueues(chooseBackend(ledger.queueUrl, config.REDIS_URL), logger);
  shutdown.on('connections', 'queues', () => queues.close());
  health.add('queue', async () => ({ ok: true, detail: await queues.describe() }));
  const delays = await followHostDelays(ledger.pool, logger, shutdown);
  const fetcher = createFetcher({
    hostGate: createHostGate(ledger.pool),
    userAgent: 'LamRo/0.1',
    contact: config.CONTACT,
    robotsCache: createRobotsCache(ledger.pool),
    hostDelayMs: delays.delayMs,
  });
  const blobs = folderBlobStore(join(config.LAMRO_HOME, 'archive'));
  const { CRAWL_CONCURRENCY: concurrency } = config;
  startCrawler(
    {
      pool: ledger.pool,
      queues,
      fetcher,
      blobs,
      logger,
      metrics,
      clock: systemClock,
      concurrency,
      rhythm: LIVE_RHYTHM,
    },
    shutdown,
  );
});
