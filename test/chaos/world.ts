import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIdentity } from '@lamro/access';
import { storeProfiles } from '@lamro/api';
import { type Client, createClient } from '@lamro/client';
import { createPool, insertWebhook, migrate, type Pool } from '@lamro/database';
import type { Role } from '@lamro/domain';
import { type Newsroom, startNewsroom } from '@lamro/newsroom';
import { freePort } from '@lamro/testkit';
import { registerSample } from '../../infra/local/sample.ts';
import type { Acknowledged, Desks } from './caseload.ts';
import { type Crew, startCrew } from './crew.ts';
import { type LedgerServer, startLedger } from './ledger.ts';
import { type Line, startLine } from './line.ts';
import { SERVICES, type ServiceName } from './order.ts';
import { type Receivers, startReceivers } from './receivers.ts';
import { type RedisServer, startRedis } from './redis.ts';

export const PROFILE = 'thai-binh';
const AGENCY = 'so-y-te';
const ROOT = join(import.meta.dirname, '../..');

export type Backend = 'postgres' | 'redis';

/** A whole installation in separate processes, with everything around it in our hand. */
export interface World {
  readonly backend: Backend;
  readonly folder: string;
  readonly ledger: LedgerServer;
  readonly redis: RedisServer | null;
  /** The network between crawler and outlets. */
  readonly outlets: readonly Line[];
  readonly newsroom: Newsroom;
  readonly receivers: Receivers;
  readonly crew: Crew;
  readonly desks: Desks;
  /** Commands of all caseloads so far whose success we were told. */
  readonly acknowledged: Acknowledged[];
  /** Past every proxy. */
  pool(): Pool;
  /** Starts a process of a service, from another checkout if given. */
  employ(service: ServiceName, options?: Employment): void;
  /** Moves the clock of every service against the machine's. */
  setClock(offsetMs: number): void;
  close(): Promise<void>;
}

export interface Employment {
  readonly name?: string;
  readonly root?: string;
  readonly entry?: string;
  readonly repeats?: number;
}

export interface WorldOptions {
  readonly backend: Backend;
  /** Whose migrations make the schema; this checkout's when absent. */
  readonly migrateWith?: (url: string) => Promise<void>;
  /** The services to start with; all when absent. */
  readonly services?: readonly (readonly [ServiceName, Employment])[];
}

/** Starts everything; the newspapers are still empty. */
export async function openWorld({ backend, migrateWith = migrateHere, services }: WorldOptions): Promise<World> {
  const folder = makeFolder();
  const ledger = await startLedger(folder);
  try {
    await migrateWith(ledger.directUrl('owner'));
    await ledger.letServicesIn();
  } catch (error) {
    await ledger.close();
    throw error;
  }
  const redis = backend === 'redis' ? await startRedis() : null;
  const { newsroom, proxies: outlets } = await startPress();
  const receivers = await startReceivers();
  const pools = openPools(ledger);
  await storeProfiles(pools.current());
  await registerSample(pools.current(), PROFILE, newsroom);
  await insertHook(pools.current(), receivers.hookUrl);
  const [apiPort, secret] = [await freePort(), randomBytes(32).toString('hex')];
  const clients = await openDesks(ledger.directUrl(), secret, apiPort);
  const crew = startCrew(join(folder, 'logs'));
  const clockFile = join(folder, 'clock');
  const environment = environmentOf({ folder, ledger, redis, receivers, apiPort, secret });
  const origins = [...newsroom.outlets.map((outlet) => outlet.origin), new URL(receivers.hookUrl).origin];
  const employ: World['employ'] = (service, { name = service, root = ROOT, repeats = 1, ...how } = {}) =>
    crew.add({ ...how, name, root, environment, order: { service, origins, clockFile, repeats } });
  const pool = pools.current;
  const desks: Desks = { profile: PROFILE, agency: AGENCY, as: (role) => clientOf(clients, role), pool };
  const setClock: World['setClock'] = (offsetMs) => writeFileSync(clockFile, `${offsetMs}`);
  const close = onceOnly(async () => {
    await crew.stop();
    await pools.close();
    await receivers.close();
    for (const outlet of outlets) await outlet.close();
    await newsroom.close();
    await redis?.close();
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [service, how] of services ?? SERVICES.map((name) => [name, {}] as const)) employ(service, how);
  try {
    await crew.allAtWork();
  } catch (error) {
    await close();
    throw error;
  }
  const around = { backend, folder, ledger, redis, outlets, newsroom, receivers };
  return { ...around, crew, desks, acknowledged: [], pool, employ, setClock, close };
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lamro-chaos-'));
  // PostgreSQL runs under an account of its own where we are root.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'logs'));
  mkdirSync(join(folder, 'home', 'archive'), { recursive: true });
  return folder;
}

/** A pool for each address at which the database has been, since it comes back elsewhere. */
function openPools(ledger: LedgerServer): { current(): Pool; close(): Promise<void> } {
  const pools = new Map<string, Pool>();
  return {
    current: () => {
      const url = ledger.directUrl();
      const known = pools.get(url) ?? createPool({ connectionString: url, applicationName: 'chaos' });
      pools.set(url, known);
      return known;
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
}

interface Surroundings extends Pick<World, 'folder' | 'ledger' | 'redis' | 'receivers'> {
  readonly apiPort: number;
  readonly secret: string;
}

function environmentOf({ folder, ledger, redis, receivers, apiPort, secret }: Surroundings): Record<string, string> {
  return {
    DATABASE_URL: ledger.urls.owner,
    DATABASE_SERVICE_URL: ledger.urls.services,
    ...(redis === null ? {} : { REDIS_URL: redis.url }),
    LAMRO_HOME: join(folder, 'home'),
    LAMRO_PROFILE: PROFILE,
    HOST: '127.0.0.1',
    PORT: `${apiPort}`,
    AUTH_SECRET: secret,
    SMTP_URL: `smtp://127.0.0.1:${receivers.smtpPort}`,
    MAIL_FROM: 'Làm Rõ <lam-ro@thu-nghiem.example>',
    // `started` is told at this level.
    LOG_LEVEL: 'info',
    // Services are started hundreds of times: what Node compiles once serves them all.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
  };
}

function onceOnly(work: () => Promise<void>): () => Promise<void> {
  let run: Promise<void> | undefined;
  return () => {
    run ??= work();
    return run;
  };
}

async function migrateHere(url: string): Promise<void> {
  await migrate(url);
}

/** The sample press with a proxy before each outlet: pages name the proxies. */
async function startPress(): Promise<{ newsroom: Newsroom; proxies: readonly Line[] }> {
  const namedPort = await freePort('127.0.0.11');
  const listening = await freePort('127.0.0.11');
  const newsroom = await startNewsroom({ now: new Date(), startsEmpty: true, namedPort, port: listening });
  const proxies: Line[] = [];
  for (const { origin } of newsroom.outlets) {
    const { hostname } = new URL(origin);
    const proxy = await startLine(hostname, namedPort);
    proxy.leadTo(hostname, listening);
    proxies.push(proxy);
  }
  return { newsroom, proxies };
}

const STAFF: readonly Role[] = ['analyst', 'officer', 'leader', 'coordinator'];

async function openDesks(connectionString: string, secret: string, port: number): Promise<ReadonlyMap<Role, Client>> {
  const baseUrl = `http://127.0.0.1:${port}`;
  const identity = createIdentity({ connectionString, secret, baseUrl });
  const clients = new Map<Role, Client>();
  for (const role of STAFF) {
    const id = await identity.createAccount({
      email: `${role}@thu-nghiem.example`,
      name: `Tài khoản ${role}`,
      role,
      agency: role === 'officer' ? AGENCY : null,
      profile: PROFILE,
      password: randomBytes(12).toString('hex'),
    });
    const { key } = await identity.createApiKey(id, 'thử phá', 1);
    clients.set(role, createClient({ baseUrl: `${baseUrl}/api/v1`, key, fetch: fetchSoon }));
  }
  await identity.close();
  return clients;
}

/** A call that hangs is given up, as a person's browser would. */
function fetchSoon(request: Request): Promise<Response> {
  return fetch(request, { signal: AbortSignal.timeout(8_000) });
}

function clientOf(clients: ReadonlyMap<Role, Client>, role: Role): Client {
  const client = clients.get(role);
  if (client === undefined) throw new Error(`nobody works as ${role}`);
  return client;
}

async function insertHook(pool: Pool, url: string): Promise<void> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const kinds = ['case-opened', 'case-assigned'];
  await insertWebhook(pool, { profile: PROFILE, url, secret, kinds, createdBy: 'chaos', at: new Date() });
}
