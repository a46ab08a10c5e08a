import { asRole, createPool, keepPartitionsAhead, type Pool, roleOf, viewRetention } from '@lamro/database';
import { createLogger, createShutdown } from '@lamro/runtime';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTasks } from '../clock.ts';
import { keepRetention } from './keep-retention.ts';

const logger = createLogger('test', 'silent');
const DAY_MS = 24 * 3_600_000;
let database: TestDatabase;
let service: Pool;

beforeAll(async () => {
  database = await openTestDatabase();
  service = createPool({ connectionString: asRole(database.url, roleOf('dispatcher')), applicationName: 'test' });
});
afterAll(async () => {
  await service.end();
  await database.close();
});

describe('keepRetention', () => {
  it('keeps months ready and lets old logs go, at its turn of the clock, with the rights of a service', async () => {
    const now = new Date();
    const old = new Date(now.getTime() - 200 * DAY_MS);
    await keepPartitionsAhead(service, old);
    await database.pool.query("insert into profiles (id, name, content, content_hash) values ('p', 'p', '{}', '')");
    await database.pool.query(
      `insert into fetches (profile, purpose, url, outcome, duration_ms, fetched_at)
       values ('p', 'source', 'http://127.0.0.1/', 'fetched', 1, $1), ('p', 'article', 'http://127.0.0.1/', 'fetched', 1, $1)`,
      [old],
    );
    await database.pool.query(
      `insert into deliveries (profile, channel, recipient_id, message_id, state, next_attempt_at, created_at, finished_at)
       values ('p', 'email', 'r', 'm', 'delivered', $1, $1, $1)`,
      [new Date(now.getTime() - 400 * DAY_MS)],
    );
    await database.pool.query(`drop table changes_${month(now, 2)}`);
    const shutdown = createShutdown(5_000);
    startTasks([{ name: 'keep', everyMs: 60_000, run: () => keepRetention(service, logger, now) }], logger, shutdown);
    await vi.waitFor(async () => {
      const kinds = await viewRetention(service);
      const of = (kind: string) => kinds.find((view) => view.kind === kind);
      expect(of('source-attempts')).toMatchObject({ lastRemoved: expect.any(String) });
      expect(of('changes')?.months).toContain(month(now, 2).replace('_', '-'));
    }, 20_000);
    await shutdown.run();
    const letters = await database.pool.query('select 1 from deliveries');
    expect(letters.rowCount).toBe(0);
    const left = await service.query('select purpose from fetches');
    expect(left.rows).toEqual([{ purpose: 'article' }]);
  });
});

function month(from: Date, ahead: number): string {
  return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + ahead, 1))
    .toISOString()
    .slice(0, 7)
    .replace('-', '_');
}
