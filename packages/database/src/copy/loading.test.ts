import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import { inspectDatabase } from '../migration/inspect-database.ts';
import { listMigrations, migrate } from '../migration/migrate.ts';
import { dropExpiredPartitions } from '../queries/retention/drop-expired-partitions.ts';
import { LoadingRefused, openLoading } from './loading.ts';
import { openSnapshot } from './snapshot.ts';

const OLD = '0157-partition-by-month';
const opened: TestDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

async function openEmpty(): Promise<TestDatabase> {
  const database = await openTestDatabase();
  opened.push(database);
  await database.pool.query('drop schema public, identity cascade');
  await database.pool.query('create schema public');
  return database;
}

describe('openLoading', () => {
  it('takes the rows of an older release and brings them forward', async () => {
    const [old, fresh] = [await openEmpty(), await openEmpty()];
    await migrate(old.url, OLD);
    await old.pool.query("insert into profiles (id, name, content, content_hash) values ('p', 'p', '{}', '')");
    await old.pool.query("select keep_partition('fetches_of_sources', '2020-02-01')");
    await old.pool.query(
      "insert into fetches (profile, purpose, url, outcome, duration_ms, fetched_at) values ('p', 'source', 'u', 'fetched', 1, '2020-02-02')",
    );
    const snapshot = await openSnapshot(old.url);
    const loading = await openLoading(fresh.url, snapshot);
    for (const table of snapshot.tables) {
      await loading.begin(table);
      for await (const bytes of snapshot.rows(table, 'text')) await loading.write(bytes);
      await loading.end();
    }
    await loading.finish();
    await snapshot.close();
    expect(snapshot.migrations.at(-1)).toBe(OLD);
    expect(await inspectDatabase(fresh.url)).toMatchObject({ pending: [], unknown: [] });
    const { rows } = await fresh.pool.query('select tableoid::regclass::text as month, url from fetches');
    expect(rows).toEqual([{ month: 'fetches_of_sources_2020_02', url: 'u' }]);
  });

  it('refuses a newer release, and one that went another way, and leaves the database empty', async () => {
    const fresh = await openEmpty();
    const ours = listMigrations();
    const partitions: readonly string[] = [];
    await expect(openLoading(fresh.url, { migrations: [...ours, '9999-later'], partitions })).rejects.toThrow(
      /9999-later/,
    );
    const skipping = { migrations: ours.filter((name) => name !== OLD), partitions };
    await expect(openLoading(fresh.url, skipping)).rejects.toThrow(LoadingRefused);
    expect((await fresh.pool.query("select 1 from pg_tables where schemaname = 'public'")).rowCount).toBe(0);
  });
});

describe('openSnapshot', () => {
  it('keeps months from being dropped while they are read, and lets writers go on', async () => {
    const database = await openTestDatabase();
    opened.push(database);
    await database.pool.query("insert into profiles (id, name, content, content_hash) values ('p', 'p', '{}', '')");
    await database.pool.query("select keep_partition('changes', '2020-02-01')");
    const snapshot = await openSnapshot(database.url);
    await database.pool.query("update profiles set name = 'q'");
    const seen = await snapshot.db.query('select name from profiles');
    expect(seen.rows).toEqual([{ name: 'p' }]);
    // The lock timeout of the function itself.
    await expect(dropExpiredPartitions(database.pool, new Date())).rejects.toThrow(/lock timeout/);
    await snapshot.close();
    expect(await dropExpiredPartitions(database.pool, new Date())).toMatchObject([{ partition: 'changes_2020_02' }]);
  });

  it('says when a database holds no ledger', async () => {
    const empty = await openEmpty();
    await expect(openSnapshot(empty.url)).rejects.toThrow(/không có sổ/);
  });
});
