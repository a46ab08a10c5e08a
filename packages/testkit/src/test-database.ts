import { randomBytes } from 'node:crypto';
import { createPool, type Pool } from '@lamro/database';
import pg from 'pg';
import { inject } from 'vitest';

export const TEMPLATE = 'lamro_template';

export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
  /** Closes the pool and drops the database; fails when something still holds a connection. */
  close(): Promise<void>;
}

/**
 * Clones the migrated template into a database of its own for one test file.
 *
 * @example
 * const database = await openTestDatabase();
 * afterAll(() => database.close());
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const template = inject('templateUrl');
  const name = `lamro_${randomBytes(6).toString('hex')}`;
  const admin = withDatabase(template, 'postgres');
  await adminQuery(admin, `create database ${name} template ${TEMPLATE}`);
  const url = withDatabase(template, name);
  const pool = createPool({ connectionString: url, applicationName: 'test', max: 20 });
  return {
    url,
    pool,
    close: async () => {
      await pool.end();
      await adminQuery(admin, `drop database ${name}`);
    },
  };
}

export async function adminQuery(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Two files cloning the same template at once exclude each other for a moment; the lock lets them queue.
    await client.query('select pg_advisory_lock(1)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
