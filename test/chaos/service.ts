// One service of a chaos run, as an operating-system process of its own: the real wiring, except that it may fetch from and
// post to the sample outlets on loopback, reads its clock through a file, and can be told to handle each job more than once.
import { existsSync, readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { folderBlobStore } from '@lamro/archive';
import { createHostGate, createRobotsCache, type Ledger, openLedger } from '@lamro/database';
import type { Clock } from '@lamro/domain';
import { createFetcher, createSender } from '@lamro/fetching';
import { loadProfile } from '@lamro/profiles';
import { chooseBackend, openQueues, type Queues } from '@lamro/queue';
import { runService, type ServiceContext } from '@lamro/runtime';
import { serviceOrderSchema } from './order.ts';

const order = serviceOrderSchema.parse(JSON.parse(process.argv[2] ?? '{}'));
const RHYTHM = { shortestSeconds: 2, longestSeconds: 6 };

const clock: Clock = {
  now: () => {
    const offset = existsSync(order.clockFile) ? Number(readFileSync(order.clockFile, 'utf8')) : 0;
    return new Date(Date.now() + (Number.isFinite(offset) ? offset : 0));
  },
};

await runService(order.service, async (context) => {
  await startAny(context);
  // A process that is killed never writes what it compiled, and the next one would begin from nothing.
  flushCompileCache();
});

async function startAny(context: ServiceContext): Promise<void> {
  const { logger, health, shutdown } = context;
  const { service } = order;
  const ledger = await openLedger(context.config, { applicationName: service, service, logger, health, shutdown });
  if (order.service === 'api') return startApi(context, ledger);
  const opened = await openQueues(chooseBackend(ledger.queueUrl, context.config.REDIS_URL), logger);
  shutdown.on('connections', 'queues', () => opened.close());
  const queues = order.repeats === 1 ? opened : repeating(opened, order.repeats);
  if (order.service === 'crawler') return startCrawling(context, ledger, queues);
  if (order.service === 'classifier') return startJudging(context, ledger, queues);
  return startDispatching(context, ledger, queues);
}

/** Every job is handled several times at the same moment, and once more when that is over. */
function repeating(queues: Queues, times: number): Queues {
  return {
    ...queues,
    work: (name, handler, concurrency) =>
      queues.work(
        name,
        async (payload) => {
          const together = await Promise.allSettled(Array.from({ length: times }, () => handler(payload)));
          const again = await handler(payload);
          const failed = together.find((result) => result.status === 'rejected');
          if (failed !== undefined) throw failed.reason;
          return again ?? together.find((result) => result.status === 'fulfilled')?.value;
        },
        concurrency,
      ),
  };
}

function openFetcher({ config }: ServiceContext, { pool }: Ledger) {
  return createFetcher({
    hostGate: createHostGate(pool),
    userAgent: 'LamRo/0.1',
    contact: config.CONTACT,
    robotsCache: createRobotsCache(pool),
    loopbackOrigins: order.origins,
    // The outlets ask for a second between visits; a run would take hours at that pace.
    hostDelayMs: () => 50,
  });
}

async function startCrawling(context: ServiceContext, ledger: Ledger, queues: Queues): Promise<void> {
  const { startCrawler } = await import('@lamro/crawler');
  const { config, shutdown, ...parts } = context;
  const blobs = folderBlobStore(join(config.LAMRO_HOME, 'archive'));
  const fetcher = openFetcher(context, ledger);
  startCrawler({ ...parts, ...ledger, queues, fetcher, blobs, clock, concurrency: 32, rhythm: RHYTHM }, shutdown);
}

async function startJudging(context: ServiceContext, ledger: Ledger, queues: Queues): Promise<void> {
  const { startClassifier } = await import('@lamro/classifier');
  const { config, shutdown, ...parts } = context;
  const profiles = [config.LAMRO_PROFILE];
  await startClassifier({ ...parts, ...ledger, queues, profiles, concurrency: 2 }, shutdown);
}

async function startDispatching(context: ServiceContext, { pool }: Ledger, queues: Queues): Promise<void> {
  const { createTracking } = await import('@lamro/casework');
  const { findWebhookSecrets } = await import('@lamro/database');
  const { webhookChannel } = await import('@lamro/delivery');
  const { mailChannel, startDispatcher } = await import('@lamro/dispatcher');
  const { config, shutdown, ...parts } = context;
  const casework = createTracking({ pool, profiles: loadProfile, clock });
  const sender = createSender({ userAgent: 'LamRo/0.1', contact: config.CONTACT, loopbackOrigins: order.origins });
  const webhook = webhookChannel({
    sender,
    clock,
    secretsOf: (address) => findWebhookSecrets(pool, address, clock.now()),
  });
  const email = mailChannel(config.SMTP_URL, config.MAIL_FROM);
  const ways = { email, webhook, deskUrl: 'http://127.0.0.1:8080', mailHost: 'lamro.example' };
  startDispatcher({ ...parts, pool, queues, clock, casework, delivery: { ways, profiles: loadProfile } }, shutdown);
}

async function startApi(context: ServiceContext, ledger: Ledger): Promise<void> {
  const { listen, openSite } = await import('@lamro/api');
  const { config, shutdown, logger, metrics, health } = context;
  const listening = await listen(config.HOST, config.PORT, shutdown);
  const address = `http://${config.HOST}:${listening.port}`;
  const { pool, url: databaseUrl } = ledger;
  const { LAMRO_HOME: home, AUTH_SECRET: secret = '' } = config;
  const blobs = folderBlobStore(join(home, 'archive'));
  const fetcher = openFetcher(context, ledger);
  const site = openSite(
    { pool, databaseUrl, secret, address, home, fetcher, blobs, logger, metrics, health },
    shutdown,
  );
  listening.use(site.answer());
}
