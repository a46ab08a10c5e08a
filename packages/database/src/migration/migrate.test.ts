import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('migrate', () => {
  it('lets 20 starters race on an empty database: each migration runs once', async () => {
    await database.pool.query('drop schema public, identity cascade');
    await database.pool.query('create schema public');
    const reports = await Promise.all(Array.from({ length: 20 }, () => migrate(database.url)));
    const applied = reports.flatMap((report) => report.applied);
    expect(applied.length).toBeGreaterThan(0);
    expect(new Set(applied).size).toBe(applied.length);
    const recorded = await database.pool.query<{ name: string }>('select name from migrations order by id');
    expect(recorded.rows.map((row) => row.name)).toEqual(applied);
  });

  it('finds nothing to do on a migrated database', async () => {
    expect((await migrate(database.url)).applied).toEqual([]);
  });
});
