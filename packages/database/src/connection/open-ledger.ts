import type { Config, Health, Logger, Shutdown } from '@lamro/runtime';
import { listMigrations, type MigrationReport, migrate } from '../migration/migrate.ts';
import { roleOf, type Service } from '../rights/service-rights.ts';
import { createPool, type Pool } from './connection.ts';
import { asRole } from './service-role.ts';

export interface Ledger {
  readonly pool: Pool;
  /** Address that works with the service's own role, where the account may take it. */
  readonly url: string;
  /** Address for the queue, whose tables the account itself keeps. */
  readonly queueUrl: string;
}

export interface LedgerUse {
  readonly applicationName: string;
  /** Whose rights the connections have; those of the account where none is named. */
  readonly service?: Service;
  readonly logger: Logger;
  readonly health: Health;
  readonly shutdown: Shutdown;
  readonly maxConnections?: number;
}

/**
 * Opens the operator's database for a service: migrates it, then connects, with the role of fewer rights where there is one.
 *
 * @throws Error with one Vietnamese line when DATABASE_URL is missing or cannot be used
 */
export async function openLedger(config: Config, use: LedgerUse): Promise<Ledger> {
  const owner = config.DATABASE_URL;
  if (owner === undefined)
    throw new Error('Thiếu DATABASE_URL: hãy đặt địa chỉ PostgreSQL, ví dụ postgres://lamro@may-chu/lamro.');
  await migrateOrExplain(owner);
  watchSchema(owner, use);
  const queueUrl = config.DATABASE_SERVICE_URL ?? owner;
  const url = use.service === undefined ? queueUrl : await withRoleOf(use.service, queueUrl, use.logger);
  return { url, queueUrl, pool: openPool(url, use) };
}

/** Since PostgreSQL 16 whoever made a role is its member without being able to take it: being asked for is taking. */
export const TAKING = "case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end";

/** The same account with the rights of one service; as it is, and said so, where the account was not given that role. */
async function withRoleOf(service: Service, url: string, logger: Logger): Promise<string> {
  const pool = createPool({ connectionString: url, applicationName: service, max: 1 });
  try {
    const { rows } = await pool.query<{ may: boolean }>(
      `select coalesce((select pg_has_role(oid, ${TAKING}) from pg_roles where rolname = $1), false) as may`,
      [roleOf(service)],
    );
    if (rows[0]?.may === true) return asRole(url, roleOf(service));
  } finally {
    await pool.end();
  }
  logger.warn(
    { role: roleOf(service) },
    'the database account may not take the role of its service and keeps its own rights',
  );
  return url;
}

/** As `migrate`, but what fails is told in one line without the password that the address may hold. */
export async function migrateOrExplain(url: string): Promise<MigrationReport> {
  try {
    return await migrate(url);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new Error(
      `Không dùng được cơ sở dữ liệu ở ${URL.parse(url)?.host ?? 'địa chỉ đã cho'} (DATABASE_URL): ${reason}`,
      { cause },
    );
  }
}

/**
 * Says whether the schema is this release's: a database that was restored from before the last upgrade is there and answers,
 * and nothing fits any more. Asked by the owner, since services may not read the list.
 */
function watchSchema(owner: string, use: LedgerUse): void {
  const pool = createPool({ connectionString: owner, applicationName: `${use.applicationName}-schema`, max: 1 });
  use.shutdown.on('connections', 'schema', () => pool.end());
  const ours = listMigrations();
  use.health.add('schema', async () => {
    const { rows } = await pool.query<{ name: string }>('select name from migrations');
    const applied = new Set(rows.map((row) => row.name));
    const pending = ours.filter((name) => !applied.has(name));
    if (pending.length === 0) return { ok: true, detail: `đã áp dụng ${applied.size} bước nâng cấp dữ liệu` };
    const detail = `còn ${pending.length} bước nâng cấp dữ liệu chưa chạy (từ ${pending[0]}): khởi động lại dịch vụ để chạy`;
    return { ok: false, detail };
  });
}

/** A pool that says how it is and closes with the shutdown phase `connections`. */
export function openPool(url: string, use: LedgerUse): Pool {
  const pool = createPool({
    connectionString: url,
    applicationName: use.applicationName,
    onIdleError: (error) => use.logger.warn({ err: error }, 'idle database connection'),
    ...(use.maxConnections === undefined ? {} : { max: use.maxConnections }),
  });
  use.shutdown.on('connections', 'database', () => pool.end());
  use.health.add('database', async () => ({
    ok: (await pool.query('select 1')).rowCount === 1,
    detail: 'cơ sở dữ liệu trả lời',
  }));
  return pool;
}
