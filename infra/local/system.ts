import { listen, openSite, registerProfileSources, storeProfiles, waysIn } from '@lamro/api';
import { openBlobStore } from '@lamro/archive';
import type { Casework } from '@lamro/casework';
import { startClassifier } from '@lamro/classifier';
import { LIVE_RHYTHM, startCrawler } from '@lamro/crawler';
import {
  asServiceRole,
  countProgress,
  createHostGate,
  createRobotsCache,
  findWebhookSecrets,
  followHostDelays,
  migrate,
  migrateOrExplain,
  openPool,
  type Pool,
  type Progress,
  startCluster,
} from '@lamro/database';
import { webhookChannel } from '@lamro/delivery';
import { mailChannel, startDispatcher } from '@lamro/dispatcher';
import { type BlobStore, type Fetcher, systemClock } from '@lamro/domain';
import { createFetcher, createSender } from '@lamro/fetching';
import { openModels } from '@lamro/models';
import type { Newsroom } from '@lamro/newsroom';
import { formatProblem, InvalidFileError, loadProfile, type Profile } from '@lamro/profiles';
import { openServiceQueues, type Queues } from '@lamro/queue';
import {
  type Config,
  createHealth,
  createLogger,
  createMetrics,
  createShutdown,
  type Health,
  type Logger,
  type Metrics,
  openLogFile,
  type Shutdown,
  startTracing,
  tracingOf,
} from '@lamro/runtime';
import { ensureSampleAccounts } from './accounts.ts';
import { type Home, openHome } from './home.ts';
import { registerSample, startSample } from './sample.ts';

export interface LocalSystem {
  readonly address: string;
  readonly profile: Profile;
  /** The sample press, or null in live use. */
  readonly newsroom: Newsroom | null;
  /** Where sample accounts stand, or null in live use. */
  readonly accountsFile: string | null;
  /** For the first administrator of a live installation; null once there is one. */
  readonly invitation: string | null;
  readonly logFile: string;
  progress(): Promise<Progress>;
  readonly shutdown: Shutdown;
}

const SHUTDOWN_WITHIN_MS = 9_000;
const SAMPLE_RHYTHM = { shortestSeconds: 20, longestSeconds: 60 };

/**
 * Starts every part in one process, storage first, and returns when people can work.
 *
 * @throws Error with one Vietnamese line; what was started until then is stopped again
 */
export async function startSystem(config: Config, live: boolean): Promise<LocalSystem> {
  const shutdown = createShutdown(SHUTDOWN_WITHIN_MS);
  try {
    return await start(config, live, shutdown);
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

async function start(config: Config, live: boolean, shutdown: Shutdown): Promise<LocalSystem> {
  const profile = openProfile(config.LAMRO_PROFILE);
  const home = openHome(config.LAMRO_HOME);
  const logFile = home.path('logs', 'lamro.log');
  const log = openLogFile(logFile);
  const logger = createLogger('local', config.LOG_LEVEL, log);
  startTracing(tracingOf('local', config), shutdown);
  const storage: Storage = { stop: async () => undefined };
  shutdown.on('storage', 'storage', async () => {
    await storage.stop();
    log.close();
    // Last, so that no second start meets a database that still runs.
    home.release();
  });
  const listening = await listen(config.HOST, config.PORT, shutdown, { proxies: config.TRUSTED_PROXIES });
  const address = config.BASE_URL ?? `http://${config.HOST}:${listening.port}`;
  const databaseUrl = await openDatabase(config, home, storage);
  const health = createHealth();
  // The embedded server is ours whole; an operator says by DATABASE_SERVICE_URL what the services may.
  const serviceUrl =
    config.DATABASE_URL === undefined ? asServiceRole(databaseUrl) : (config.DATABASE_SERVICE_URL ?? databaseUrl);
  const pool = openPool(serviceUrl, { applicationName: 'local', logger, health, shutdown, maxConnections: 30 });
  await storeProfiles(pool);
  const newsroom = live ? null : await startSample(home);
  if (newsroom !== null) shutdown.on('connections', 'newsroom', () => newsroom.close());
  await (newsroom === null ? registerProfileSources(pool, profile) : registerSample(pool, profile.id, newsroom));

  const metrics = createMetrics();
  const blobs = openBlobStore(config);
  const sampleOrigins = newsroom?.outlets.map((outlet) => outlet.origin) ?? null;
  const delays = await followHostDelays(pool, logger, shutdown);
  const fetcher = createFetcher({
    hostGate: createHostGate(pool),
    userAgent: 'LamRo/0.1',
    contact: config.CONTACT,
    robotsCache: createRobotsCache(pool),
    hostDelayMs: delays.delayMs,
    // The one place outside tests where loopback may be fetched, held in memory only.
    loopbackOrigins: sampleOrigins ?? [],
  });
  const secret = config.AUTH_SECRET ?? home.secrets.auth;
  const parts = { pool, address, briefingAt: config.BRIEFING_AT, blobs, fetcher, logger, metrics, health };
  const site = openSite(
    { ...parts, databaseUrl: serviceUrl, secret, home: home.folder, ...waysIn(config, logger) },
    shutdown,
  );
  const { identity, casework } = site;
  const work = { ...parts, config, databaseUrl, shutdown, casework, profile: profile.id };
  const queues = await startWorkers(work, sampleOrigins);

  // Known passwords belong to the sample press on its own database, never to a server of the operator's.
  const sample = newsroom !== null && config.DATABASE_URL === undefined ? newsroom : null;
  const accountsFile = sample === null ? null : await ensureSampleAccounts(home, identity, profile, sample);
  listening.use(
    site.answer({
      queues,
      ...(accountsFile === null ? {} : { sampleMode: { accountsFile } }),
      ...(config.PUBLIC_PAGES === 'on' ? { publicPages: { profile: profile.id } } : {}),
    }),
  );
  const invitation = accountsFile === null ? await identity.inviteFirstAdministrator(profile.id) : null;
  return {
    address,
    profile,
    newsroom,
    accountsFile,
    invitation,
    logFile,
    progress: () => countProgress(pool, profile.id),
    shutdown,
  };
}

/** @throws Error with one line: the first fault of the file, and how to see the others */
function openProfile(id: string): Profile {
  try {
    return loadProfile(id);
  } catch (cause) {
    if (!(cause instanceof InvalidFileError)) throw cause;
    const [first, ...others] = cause.problems;
    const more = others.length === 0 ? '' : ` (còn ${others.length} lỗi khác: chạy lamro profile check ${first?.file})`;
    throw new Error(`Hồ sơ tỉnh có lỗi: ${first === undefined ? cause.message : formatProblem(first)}${more}`, {
      cause,
    });
  }
}

interface Work {
  readonly address: string;
  readonly config: Config;
  readonly databaseUrl: string;
  readonly pool: Pool;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly shutdown: Shutdown;
  readonly blobs: BlobStore;
  readonly casework: Casework;
  readonly fetcher: Fetcher;
  readonly profile: string;
}

/** @param sampleOrigins exact origins of the sample outlets; null in live use */
async function startWorkers(work: Work, sampleOrigins: readonly string[] | null): Promise<Queues> {
  const { config, shutdown } = work;
  const queues = await openServiceQueues(work.databaseUrl, work);
  const parts = { ...work, queues, clock: systemClock };
  const rhythm = sampleOrigins === null ? LIVE_RHYTHM : SAMPLE_RHYTHM;
  startCrawler({ ...parts, concurrency: config.CRAWL_CONCURRENCY, rhythm }, shutdown);
  const models = openModels({ folder: config.MODELS_DIR });
  shutdown.on('connections', 'models', () => models.close());
  work.health.add('models', () => models.health());
  const concurrency = config.CLASSIFY_CONCURRENCY;
  await startClassifier({ ...parts, profiles: [work.profile], concurrency, models }, shutdown);
  const sender = createSender({ userAgent: 'LamRo/0.1', contact: config.CONTACT });
  const ways = {
    email: mailChannel(config.SMTP_URL, config.MAIL_FROM),
    webhook: webhookChannel({ sender, secretsOf: (url) => findWebhookSecrets(work.pool, url, new Date()) }),
    deskUrl: work.address,
    mailHost: new URL(work.address).hostname,
    blobStore: work.blobs,
  };
  startDispatcher({ ...parts, delivery: { ways, profiles: loadProfile } }, shutdown);
  return queues;
}

/** What must stop after everything else. */
interface Storage {
  stop: () => Promise<void>;
}

/** The operator's own server, or one of our own in the data folder, migrated. */
async function openDatabase(config: Config, home: Home, storage: Storage): Promise<string> {
  const { DATABASE_URL: own } = config;
  if (own !== undefined) {
    await migrateOrExplain(own);
    return own;
  }
  const cluster = await startCluster({ dataDir: home.path('postgres'), password: home.secrets.database });
  storage.stop = () => cluster.stop();
  await cluster.ensureDatabase('lamro');
  await migrate(cluster.url('lamro'));
  return cluster.url('lamro');
}
