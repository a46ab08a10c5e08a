import { createHash } from 'node:crypto';
import { createIdentity } from '@lamro/access';
import { createApp, listen } from '@lamro/api';
import { folderBlobStore } from '@lamro/archive';
import { createCasework } from '@lamro/casework';
import { startClassifier } from '@lamro/classifier';
import { LIVE_RHYTHM, startCrawler } from '@lamro/crawler';
import {
  countProgress,
  createHostGate,
  createPool,
  migrate,
  type Pool,
  type Progress,
  saveAgencies,
  saveProfile,
  startCluster,
} from '@lamro/database';
import { createDesk } from '@lamro/desk';
import { startDispatcher } from '@lamro/dispatcher';
import { systemClock } from '@lamro/domain';
import { createFetcher } from '@lamro/fetching';
import { loadProfile, loadProfiles, type Profile } from '@lamro/profiles';
import { openQueues } from '@lamro/queue';
import {
  type Config,
  createHealth,
  createLogger,
  createMetrics,
  createShutdown,
  openLogFile,
  type Shutdown,
} from '@lamro/runtime';
import { ensureSampleAccounts } from './accounts.ts';
import { type Home, openHome } from './home.ts';
import { registerLive } from './live.ts';
import { registerSample, startSample } from './sample.ts';

export interface LocalSystem {
  readonly address: string;
  readonly profile: Profile;
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
  const profile = loadProfile(config.LAMRO_PROFILE);
  const home = openHome(config.LAMRO_HOME);
  const logFile = home.path('logs', 'lamro.log');
  const log = openLogFile(logFile);
  const logger = createLogger('local', config.LOG_LEVEL, log);
  const storage: Storage = { stop: async () => undefined };
  shutdown.on('storage', 'storage', async () => {
    await storage.stop();
    log.close();
    // Last, so that no second start meets a database that still runs.
    home.release();
  });
  const listening = await listen(config.HOST, config.PORT, shutdown);
  const address = config.BASE_URL ?? `http://${config.HOST}:${listening.port}`;
  const databaseUrl = await openDatabase(config, home, storage);
  const pool = createPool({
    connectionString: databaseUrl,
    applicationName: 'local',
    max: 30,
    onIdleError: (error) => logger.warn({ err: error }, 'idle database connection'),
  });
  shutdown.on('connections', 'database', () => pool.end());
  await storeProfiles(pool);

  const newsroom = live ? null : await startSample(home);
  if (newsroom !== null) shutdown.on('connections', 'newsroom', () => newsroom.close());
  await (newsroom === null ? registerLive(pool, profile) : registerSample(pool, profile.id, newsroom));

  const queues = await openQueues(
    config.REDIS_URL === undefined ? { kind: 'postgres', url: databaseUrl } : { kind: 'redis', url: config.REDIS_URL },
    logger,
  );
  shutdown.on('connections', 'queues', () => queues.close());
  const identity = createIdentity({
    connectionString: databaseUrl,
    secret: config.AUTH_SECRET ?? home.secrets.auth,
    baseUrl: address,
  });
  shutdown.on('connections', 'identity', () => identity.close());

  const metrics = createMetrics();
  const health = createHealth();
  health.add('database', async () => ({
    ok: (await pool.query('select 1')).rowCount === 1,
    detail: 'cơ sở dữ liệu trả lời',
  }));
  health.add('queue', async () => ({ ok: true, detail: await queues.describe() }));
  const blobs = folderBlobStore(home.path('archive'));
  const casework = createCasework({ pool, profiles: loadProfile, clock: systemClock });
  const parts = { pool, queues, logger, metrics, clock: systemClock, blobs };
  startCrawler(
    {
      ...parts,
      fetcher: createFetcher({
        hostGate: createHostGate(pool),
        userAgent: 'LamRo/0.1',
        contact: config.CONTACT,
        // The one place outside tests where loopback may be fetched: exactly the sample outlets, held in memory.
        loopbackOrigins: newsroom?.outlets.map((outlet) => outlet.origin) ?? [],
      }),
      concurrency: config.CRAWL_CONCURRENCY,
      rhythm: live ? LIVE_RHYTHM : SAMPLE_RHYTHM,
    },
    shutdown,
  );
  await startClassifier({ ...parts, profiles: [profile.id], concurrency: config.CLASSIFY_CONCURRENCY }, shutdown);
  startDispatcher({ ...parts, casework }, shutdown);

  const accountsFile = newsroom === null ? null : await ensureSampleAccounts(home, identity, profile, newsroom);
  const desk = createDesk({
    pool,
    identity,
    casework,
    profiles: loadProfile,
    clock: systemClock,
    secret: config.AUTH_SECRET ?? home.secrets.auth,
    baseUrl: address,
    blobStore: blobs,
    ...(accountsFile === null ? {} : { sampleMode: { accountsFile } }),
    onError: (error, id) => logger.error({ err: error, id }, 'page failed'),
  });
  const app = createApp({ health, metrics, identity, desk });
  listening.use((request, clientAddress) => app.fetch(request, { clientAddress }));
  return {
    address,
    profile,
    accountsFile,
    invitation: accountsFile === null ? await identity.inviteFirstAdministrator(profile.id) : null,
    logFile,
    progress: () => countProgress(pool, profile.id),
    shutdown,
  };
}

/** What must stop after everything else. */
interface Storage {
  stop: () => Promise<void>;
}

/** The operator's own server, or one of our own in the data folder, migrated. */
async function openDatabase(config: Config, home: Home, storage: Storage): Promise<string> {
  const { DATABASE_URL: own } = config;
  if (own !== undefined) {
    await migrate(own).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
      throw new Error(
        `Không dùng được cơ sở dữ liệu ở ${URL.parse(own)?.host ?? 'địa chỉ đã cho'} (DATABASE_URL): ${reason}`,
        { cause },
      );
    });
    return own;
  }
  const cluster = await startCluster({ dataDir: home.path('postgres'), password: home.secrets.database });
  storage.stop = () => cluster.stop();
  await cluster.ensureDatabase('lamro');
  await migrate(cluster.url('lamro'));
  return cluster.url('lamro');
}

async function storeProfiles(pool: Pool): Promise<void> {
  for (const profile of loadProfiles()) {
    const content = { ...profile, agencies: Object.fromEntries(profile.agencies) };
    const contentHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    await saveProfile(pool, { id: profile.id, name: profile.name, content, contentHash });
    const agencies = [...profile.agencies.values()].map((agency) => ({
      id: agency.id,
      name: agency.name,
      inForce: agency.to === null,
    }));
    await saveAgencies(pool, profile.id, agencies);
  }
}
