import { readdirSync } from 'node:fs';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { grantServices } from '../rights/grant-services.ts';

const MIGRATIONS = new URL('../migrations/', import.meta.url).pathname;
/** Spells "LRMG"; every starter of the same database queues on it. */
const LOCK = 0x4c524d47;

export interface MigrationReport {
  /** Names of the migrations that this call applied, in order. */
  readonly applied: readonly string[];
}

/** Names of the migrations of this release, in their order. */
export function listMigrations(): readonly string[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -'.sql'.length))
    .sort();
}

/**
 * Brings the database forward to the newest migration. Safe with any number of concurrent starters: they wait on one
 * advisory lock, the first one works, the others find nothing to do.
 *
 * @param connectionString a role that may create tables
 * @param upTo name of the last migration to run, for a database that is still empty; all when absent
 * @throws when the server cannot be reached or a migration fails (that migration is rolled back whole)
 */
export async function migrate(connectionString: string, upTo?: string): Promise<MigrationReport> {
  const client = new pg.Client({
    connectionString,
    application_name: 'lamro-migrate',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const applied = await runner({
      dbClient: client,
      dir: MIGRATIONS,
      direction: 'up',
      count: upTo === undefined ? Infinity : listMigrations().indexOf(upTo) + 1,
      migrationsTable: 'migrations',
      checkOrder: true,
      singleTransaction: false,
      // Ours already holds everyone off; the library's own lock fails at once instead of waiting.
      noLock: true,
      verbose: false,
      log: () => undefined,
      logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    });
    if (applied.length > 0) await grantServices(client);
    return { applied: applied.map((migration) => migration.name) };
  } finally {
    // Ending the session gives the lock back even when the unlock statement could not run.
    await client.end();
  }
}

function ignore(): void {
  // Failures reach the caller as the thrown error; progress is reported by the result.
}
