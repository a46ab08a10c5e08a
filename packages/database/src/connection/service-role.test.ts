import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from './connection.ts';
import { asServiceRole, SERVICE_ROLE, withStartOption } from './service-role.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('asServiceRole', () => {
  it('works as the role, whatever else the address asks for', async () => {
    const url = asServiceRole(withStartOption(database.url, '-c search_path=identity'));
    const pool = createPool({ connectionString: url, applicationName: 'test' });
    const result = await pool.query<{ role: string; path: string }>(
      `select current_user as role, current_setting('search_path') as path`,
    );
    await pool.end();
    expect(result.rows).toEqual([{ role: SERVICE_ROLE, path: 'identity' }]);
  });

  it('may read and write every table of the ledger but those that are written once', async () => {
    const result = await database.pool.query<{ table: string; writes: boolean }>(
      `select n.nspname || '.' || c.relname as table,
         has_table_privilege($1, c.oid, 'update') and has_table_privilege($1, c.oid, 'delete') as writes
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p')
         and not has_table_privilege($1, c.oid, 'truncate') and has_table_privilege($1, c.oid, 'select')
         and has_table_privilege($1, c.oid, 'insert')`,
      [SERVICE_ROLE],
    );
    const all = await database.pool.query<{ table: string }>(
      "select schemaname || '.' || tablename as table from pg_tables where schemaname in ('public', 'identity')",
    );
    const open = result.rows.map(({ table }) => table);
    // How long things are kept is the owner's to decide: services only read it.
    expect(all.rows.map(({ table }) => table).filter((table) => !open.includes(table))).toEqual([
      'public.retention_policies',
    ]);
    const closed = result.rows.filter(({ writes }) => !writes).map(({ table }) => table);
    const months = closed.filter((table) => /^public\.audit_entries_(\d{4}_\d{2}|rest)$/.test(table));
    expect(months.length).toBeGreaterThan(3);
    expect(closed.filter((table) => !months.includes(table)).sort()).toEqual([
      'public.audit_entries',
      'public.case_events',
      'public.event_roots',
    ]);
  });
});
