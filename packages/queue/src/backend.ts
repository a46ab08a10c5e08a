import {
  createPostgresBackend,
  createRedisBackend,
  type JobsOptions,
  type Processor,
  runMigrations,
  withBackend,
} from 'bullmq';
import { BullMQOtel } from 'bullmq-otel';
import { Redis } from 'ioredis';
import pg from 'pg';

/** Where jobs wait: Redis when the operator runs one, else the same PostgreSQL that holds the ledger. */
export type BackendChoice =
  | { readonly kind: 'redis'; readonly url: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** What both backends' queues and workers have in common and we use; BullMQ types each by its backend. */
export interface JobQueue {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: unknown; opts: JobsOptions }[]): Promise<unknown>;
  getJobCounts(...types: ('waiting' | 'active' | 'delayed')[]): Promise<Record<string, number>>;
  getJobs(types: 'waiting'[], start: number, end: number, ascending: boolean): Promise<{ timestamp: number }[]>;
  close(): Promise<void>;
  /** Drops the connection without asking the server. */
  disconnect(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

export interface JobWorker {
  run(): Promise<void>;
  close(): Promise<void>;
  disconnect(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: { id?: string | undefined } | undefined, error: Error) => void): unknown;
}

export interface Backend {
  openQueue(name: string): JobQueue;
  openWorker(name: string, processor: Processor, options: { concurrency: number; lockMs: number }): JobWorker;
  /** Resolves with one Vietnamese line about the backend; rejects when it cannot be reached. */
  describe(): Promise<string>;
  close(): Promise<void>;
  /** Drops the backend's own connection without asking the server. */
  disconnect(): void;
}

const SCHEMA = 'bullmq';
/** How soon a job whose worker died is handed to another one. */
const STALLED_INTERVAL_MS = 10_000;

/**
 * Opens the backend and makes sure it may be trusted with jobs.
 *
 * @param tracing whether jobs carry the trace that they belong to
 * @throws when it cannot be reached, or when Redis would evict jobs under memory pressure
 */
export async function openBackend(choice: BackendChoice, tracing: boolean): Promise<Backend> {
  const telemetry = tracing ? { telemetry: new BullMQOtel({ tracerName: 'lamro' }) } : {};
  return choice.kind === 'redis' ? openRedis(choice.url, telemetry) : openPostgres(choice.url, telemetry);
}

type WithTelemetry = { readonly telemetry?: BullMQOtel };

async function openPostgres(url: string, telemetry: WithTelemetry): Promise<Backend> {
  const migrator = new pg.Client({
    connectionString: url,
    application_name: 'lamro-queue-migrate',
    connectionTimeoutMillis: 10_000,
  });
  await migrator.connect();
  try {
    await runMigrations(migrator, SCHEMA);
  } finally {
    await migrator.end();
  }
  const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend);
  const connection = { connectionString: url, schema: SCHEMA, max: 3, application_name: 'lamro-queue' };
  return {
    openQueue: (name) => new PostgresQueue<unknown>(name, { connection, ...telemetry }),
    openWorker: (name, processor, { concurrency, lockMs }) =>
      new PostgresWorker(name, processor, {
        connection,
        ...telemetry,
        concurrency,
        lockDuration: lockMs,
        stalledInterval: STALLED_INTERVAL_MS,
        autorun: false,
      }),
    describe: async () => 'hàng đợi trên PostgreSQL',
    close: async () => undefined,
    disconnect: () => undefined,
  };
}

async function openRedis(url: string, telemetry: WithTelemetry): Promise<Backend> {
  const server = parseRedisUrl(url);
  const probe = await reachRedis(server);
  await refuseEviction(probe);
  const { Queue: RedisQueue, Worker: RedisWorker } = withBackend(createRedisBackend);
  const connection = { ...server, maxRetriesPerRequest: null };
  return {
    openQueue: (name) => new RedisQueue<unknown>(name, { connection, ...telemetry }),
    openWorker: (name, processor, { concurrency, lockMs }) =>
      new RedisWorker(name, processor, {
        connection,
        ...telemetry,
        concurrency,
        lockDuration: lockMs,
        stalledInterval: STALLED_INTERVAL_MS,
        autorun: false,
      }),
    describe: async () => `hàng đợi trên Redis (${await probe.ping()}${server.password === undefined ? OPEN : ''})`,
    close: async () => {
      await probe.quit();
    },
    disconnect: () => probe.disconnect(),
  };
}

const OPEN = '; không đòi mật khẩu: chỉ dùng trong mạng kín';

/**
 * The library's own error of a failed start says only that the connection is closed; why stands in what it emits before.
 *
 * @throws Error naming the server and why it does not answer, without what was given to sign in
 */
async function reachRedis(connection: ReturnType<typeof parseRedisUrl>): Promise<Redis> {
  const probe = new Redis({ ...connection, maxRetriesPerRequest: null, lazyConnect: true, connectTimeout: 10_000 });
  let why = '';
  probe.on('error', ({ message }: Error) => {
    why = message;
  });
  try {
    await probe.connect();
    return probe;
  } catch (error) {
    probe.disconnect();
    const { host, port } = connection;
    const said = why || (error instanceof Error ? error.message : String(error));
    throw new Error(
      `không nối được Redis ở ${host}:${port} (${said}): kiểm tra REDIS_URL, mật khẩu trong đó và Redis có chạy`,
      { cause: error },
    );
  }
}

/** A Redis that evicts keys would lose jobs in silence. */
async function refuseEviction(client: Redis): Promise<void> {
  const info = await client.info('memory');
  const policy = /maxmemory_policy:(\S+)/.exec(info)?.[1];
  if (policy !== undefined && policy !== 'noeviction') {
    await client.quit();
    throw new Error(
      `Redis đang đặt maxmemory-policy ${policy}: hãy đổi thành noeviction để không mất việc trong hàng đợi.`,
    );
  }
}

/** @throws Error that names the setting and repeats nothing of it */
function parseRedisUrl(url: string) {
  const parsed = new URL(url);
  const db = parsed.pathname.slice(1);
  if (!/^\d{0,4}$/.test(db))
    throw new Error('REDIS_URL sai: sau dấu / cuối là số của cơ sở dữ liệu Redis, ví dụ redis://127.0.0.1:6379/0');
  const [username, password] = [parsed.username, parsed.password].map(plainText);
  return {
    host: parsed.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(parsed.port || 6379),
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
    db: Number(db || 0),
    ...(parsed.protocol === 'rediss:' ? { tls: {} } : {}),
  };
}

function plainText(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    throw new Error('REDIS_URL sai: dấu % trong tên hoặc mật khẩu phải viết là %25');
  }
}
