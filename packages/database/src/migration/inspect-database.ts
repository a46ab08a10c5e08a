import pg from 'pg';
import { listMigrations } from './migrate.ts';

export interface DatabaseState {
  readonly majorVersion: number;
  readonly applied: number;
  /** Migrations of this release that have not run, in order. */
  readonly pending: readonly string[];
  /** Migrations that ran and that this release does not have. */
  readonly unknown: readonly string[];
}

/**
 * Looks at a database without changing it.
 *
 * @throws when it cannot be reached
 */
export async function inspectDatabase(connectionString: string): Promise<DatabaseState> {
  const client = new pg.Client({ connectionString, application_name: 'lamro-doctor', connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const version = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
    const table = await client.query<{ known: boolean }>(
      "select to_regclass('public.migrations') is not null as known",
    );
    const applied = table.rows[0]?.known
      ? (await client.query<{ name: string }>('select name from migrations')).rows.map((row) => row.name)
      : [];
    return {
      majorVersion: Math.floor(Number(version.rows[0]?.version ?? 0) / 10_000),
      applied: applied.length,
      pending: listMigrations().filter((name) => !applied.includes(name)),
      unknown: applied.filter((name) => !listMigrations().includes(name)),
    };
  } finally {
    await client.end();
  }
}
