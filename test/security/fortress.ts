import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ListenOptions, listen, openSite, type Site, storeProfiles } from '@lamro/api';
import { folderBlobStore } from '@lamro/archive';
import { asRole, createPool, type Pool, roleOf } from '@lamro/database';
import { type Fetcher, ROLES, type Role } from '@lamro/domain';
import { createFetcher, type FetcherOptions } from '@lamro/fetching';
import { openServiceQueues } from '@lamro/queue';
import { createHealth, createLogger, createMetrics, createShutdown } from '@lamro/runtime';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { type Browser, createBrowser } from './browsing.ts';
import { BACKEND, type BackendKind } from './extent.ts';
import { openQueueing, type Queueing } from './queueing.ts';

export const PROFILE = 'thai-binh';
export const AGENCY = 'so-y-te';
export const PASSWORD = `mat-khau-${randomBytes(9).toString('hex')}`;

/** The whole of what people and programs reach, behind its real port, with the rights of its own database role. */
export interface Fortress {
  readonly address: string;
  readonly database: TestDatabase;
  readonly pool: Pool;
  readonly site: Site;
  readonly queueing: Queueing;
  readonly fetcher: Fetcher;
  readonly folder: string;
  /** Secrets that must never be seen in logs, events or answers. */
  readonly secrets: readonly string[];
  /** Every line that was logged. */
  readonly log: readonly string[];
  emailOf(role: Role): string;
  keyOf(role: Role): string;
  accountOf(role: Role): string;
  /** Calls the API below /api/v1 with the key of a role; null calls as nobody. */
  call(role: Role | null, path: string, init?: RequestInit): Promise<Response>;
  /** A browser without scripts, not signed in. */
  stranger(): Browser;
  /** A browser without scripts, signed in by the form. */
  visitor(role: Role): Promise<Browser>;
  close(): Promise<void>;
}

export interface FortressOptions {
  /** Where its jobs wait; what this run is about when absent. */
  readonly backend?: BackendKind;
  readonly fetcher?: Partial<FetcherOptions>;
  readonly listen?: ListenOptions;
  /** Origin under which people reach it, where that is not the port itself. */
  readonly baseUrl?: string;
}

export async function openFortress(options: FortressOptions = {}): Promise<Fortress> {
  const database = await openTestDatabase();
  const queueing = await openQueueing(options.backend ?? BACKEND, database.url);
  const folder = mkdtempSync(join(tmpdir(), 'lamro-fortress-'));
  const shutdown = createShutdown(10_000);
  const log: string[] = [];
  const logger = createLogger('api', 'trace', { write: (line) => log.push(line) });
  const secret = randomBytes(32).toString('hex');
  const databaseUrl = asRole(database.url, roleOf('api'));
  const pool = createPool({ connectionString: databaseUrl, applicationName: 'api', max: 20 });
  shutdown.on('connections', 'database', () => pool.end());
  await storeProfiles(pool);
  const fetcher = createFetcher({
    hostGate: { enter: async () => ({ leave: async () => undefined }) },
    userAgent: 'LamRo/0.1',
    contact: 'quan-tri@localhost',
    limits: { timeoutMs: 3_000, connectMs: 1_000, hostDelayMs: 0 },
    hostDelayMs: () => 0,
    ...options.fetcher,
  });
  const listening = await listen('127.0.0.1', 0, shutdown, options.listen);
  const address = `http://127.0.0.1:${listening.port}`;
  const metrics = createMetrics();
  const health = createHealth();
  const REDIS_URL = queueing.redis?.url;
  const config = { REDIS_URL, OTEL_EXPORTER_OTLP_ENDPOINT: undefined };
  const queues = await openServiceQueues(database.url, { config, logger, metrics, health, shutdown });
  const site = openSite(
    {
      pool,
      databaseUrl,
      secret,
      address: options.baseUrl ?? address,
      home: folder,
      fetcher,
      blobs: folderBlobStore(join(folder, 'archive')),
      logger,
      metrics,
      health,
    },
    shutdown,
  );
  listening.use(site.answer({ queues, publicPages: { profile: PROFILE } }));
  const people = await settle(site);
  const browser = () => createBrowser(address);
  return {
    address,
    database,
    pool,
    site,
    queueing,
    fetcher,
    folder,
    secrets: [secret, PASSWORD, ...queueing.secrets, ...[...people.values()].map(({ key }) => key)],
    log,
    emailOf,
    keyOf: (role) => people.get(role)?.key ?? '',
    accountOf: (role) => people.get(role)?.id ?? '',
    call: (role, path, init = {}) => {
      const headers = new Headers(init.headers);
      if (role !== null) headers.set('authorization', `Bearer ${people.get(role)?.key}`);
      return fetch(new URL(`/api/v1${path}`, address), { redirect: 'manual', ...init, headers });
    },
    stranger: browser,
    visitor: async (role) => {
      const visitor = browser();
      await visitor.get('/sign-in');
      await visitor.submit('/sign-in', { email: emailOf(role), password: PASSWORD });
      return visitor;
    },
    close: async () => {
      await shutdown.run();
      await queueing.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function emailOf(role: Role): string {
  return `${role}@thu-nghiem.example`;
}

/** One account and one key for each role. */
async function settle({ identity }: Site): Promise<ReadonlyMap<Role, { id: string; key: string }>> {
  const people = new Map<Role, { id: string; key: string }>();
  for (const role of ROLES) {
    const id = await identity.createAccount({
      email: emailOf(role),
      name: `Tài khoản ${role}`,
      role,
      agency: role === 'officer' ? AGENCY : null,
      profile: PROFILE,
      password: PASSWORD,
    });
    people.set(role, { id, key: (await identity.createApiKey(id, 'kiểm thử', 1)).key });
  }
  return people;
}
