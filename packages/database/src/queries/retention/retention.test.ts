import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPool, inTransaction, type Pool } from '../../connection/connection.ts';
import { asServiceRole } from '../../connection/service-role.ts';
import { migrate } from '../../migration/migrate.ts';
import { findChangeBounds } from '../api/find-change-bounds.ts';
import { placeChanges } from '../api/place-changes.ts';
import { insertAuditEntry } from '../audit/insert-audit-entry.ts';
import { insertFetch } from '../fetches/insert-fetch.ts';
import { dropExpiredPartitions } from './drop-expired-partitions.ts';
import { keepPartitionsAhead } from './keep-partitions-ahead.ts';
import { listMissingPartitions } from './list-missing-partitions.ts';
import { pruneRows } from './prune-rows.ts';
import { setRetention } from './set-retention.ts';
import { viewRetention } from './view-retention.ts';

const PROFILE = 'hai-phong';
const DAY_MS = 24 * 3_600_000;
let database: TestDatabase;
let service: Pool;

beforeAll(async () => {
  database = await openTestDatabase();
  service = createPool({ connectionString: asServiceRole(database.url), applicationName: 'test' });
  await addProfile(database.pool);
});
afterAll(async () => {
  await service.end();
  await database.close();
});

function addProfile(pool: Pool) {
  return pool.query("insert into profiles (id, name, content, content_hash) values ($1, 'x', '{}', '')", [PROFILE]);
}

const attempt = (purpose: 'source' | 'article', fetchedAt: Date) => ({
  ...{ profile: PROFILE, sourceId: null, articleId: null, purpose, url: 'http://127.0.0.1/', finalUrl: null },
  ...{ outcome: 'fetched', status: 200, bytes: 1, durationMs: 1, detail: null, snapshotSha256: null, headers: {} },
  ...{ fetchedAt, redirects: [] },
});

async function count(table: string): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return rows[0]?.n ?? -1;
}

describe('the migration that cuts tables by month', () => {
  it('keeps every row of before, with its id, and goes on counting', async () => {
    const old = await openTestDatabase();
    try {
      await old.pool.query('drop schema public, identity cascade');
      await old.pool.query('create schema public');
      await migrate(old.url, '0146-tie-clocks-to-tasks');
      await addProfile(old.pool);
      for (const [purpose, at] of [
        ['source', '2025-03-31T23:59:59.999Z'],
        ['source', '2026-11-01T00:00:00Z'],
        ['article', '2026-10-31T23:00:00Z'],
      ] as const)
        await insertFetch(old.pool, attempt(purpose, new Date(at)));
      await old.pool.query(
        `insert into changes (position, profile, kind, object_kind, object_id, at)
         values (7, $1, 'k', 'o', 'a', '2026-01-01'), (null, $1, 'k', 'o', 'b', '2026-11-05')`,
        [PROFILE],
      );
      await insertAuditEntry(old.pool, {
        ...{ profile: PROFILE, actorId: 'a', actorRole: 'auditor', action: 'open-case', objectKind: 'case' },
        ...{ objectId: '1', detail: { ok: true }, at: new Date('2024-02-29T12:00:00Z') },
      });
      const tables = ['fetches', 'changes', 'audit_entries'];
      const rows = (table: string) => old.pool.query(`select to_jsonb(t) as row from ${table} t order by id`);
      const before = await Promise.all(tables.map(rows));
      await migrate(old.url);
      const after = await Promise.all(tables.map(rows));
      expect(after.map((result) => result.rows)).toEqual(before.map((result) => result.rows));
      expect(after.map((result) => result.rowCount)).toEqual([3, 2, 1]);
      const held = await old.pool.query<{ name: string }>(
        'select distinct tableoid::regclass::text as name from fetches union select distinct tableoid::regclass::text from audit_entries',
      );
      expect(held.rows.map(({ name }) => name).sort()).toEqual([
        'audit_entries_2024_02',
        'fetches_of_articles_2026_10',
        'fetches_of_sources_2025_03',
        'fetches_of_sources_2026_11',
      ]);
      expect(await insertFetch(old.pool, attempt('article', new Date()))).toBe('4');
      expect(await inTransaction(old.pool, placeChanges)).toBe(1);
      expect(await findChangeBounds(old.pool)).toEqual({ first: '7', last: '8' });
    } finally {
      await old.close();
    }
  });
});

describe('partitions', () => {
  const now = new Date('2031-05-31T20:00:00Z');

  it('are made ahead by the role of the services, once, whoever asks at the same time', async () => {
    expect(await listMissingPartitions(service, now, 3)).toHaveLength(16);
    const made = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => keepPartitionsAhead(service, now)));
    expect(made.flat()).toHaveLength(16);
    expect(made.flat()).toContain('audit_entries_2031_08');
    expect(await listMissingPartitions(service, now, 3)).toEqual([]);
  });

  it('take rows whose month was not ready, and give them to the month when it comes', async () => {
    const at = new Date('2033-01-15T00:00:00Z');
    const entry = {
      profile: PROFILE,
      actorId: 'a',
      actorRole: 'auditor',
      objectKind: 'case',
      objectId: '1',
      detail: {},
    };
    await insertAuditEntry(service, { ...entry, action: 'early', at });
    const where = "select tableoid::regclass::text as name from audit_entries where action = 'early'";
    expect((await database.pool.query(where)).rows).toEqual([{ name: 'audit_entries_rest' }]);
    await keepPartitionsAhead(service, at);
    expect((await database.pool.query(where)).rows).toEqual([{ name: 'audit_entries_2033_01' }]);
  });

  it.each(['audit_entries', 'audit_entries_rest', 'audit_entries_2033_01'])(
    'of the trail cannot be changed or emptied: %s',
    async (table) => {
      await expect(service.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
      await expect(service.query(`truncate ${table}`)).rejects.toThrow(/permission denied/);
      await expect(database.pool.query(`truncate ${table}`)).rejects.toThrow(/append-only/);
      await expect(service.query(`drop table ${table}`)).rejects.toThrow(/must be owner/);
    },
  );

  it('are made for no other table', async () => {
    await expect(service.query("select keep_partition('cases', '2026-01-01')")).rejects.toThrow(/not cut by month/);
  });
});

describe('retention', () => {
  const now = new Date();
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);

  beforeEach(async () => {
    await keepPartitionsAhead(service, ago(200));
    await keepPartitionsAhead(service, ago(100));
  });

  it('drops whole months of what is a log, and never what may be evidence', async () => {
    for (const purpose of ['source', 'article'] as const)
      for (const days of [200, 10]) await insertFetch(service, attempt(purpose, ago(days)));
    const before = await count('fetches_of_articles');
    const dropped = await dropExpiredPartitions(service, now);
    expect(dropped.filter(({ rows }) => rows !== '0')).toMatchObject([{ kind: 'source-attempts', rows: '1' }]);
    expect(new Set(dropped.map(({ kind }) => kind))).toEqual(new Set(['source-attempts', 'changes']));
    expect(await count('fetches_of_sources')).toBe(1);
    expect(await count('fetches_of_articles')).toBe(before);
    const view = (await viewRetention(service)).find(({ kind }) => kind === 'source-attempts');
    expect(view).toMatchObject({ way: 'month', keepDays: 90, lastRunAt: expect.any(Date) });
    expect(view?.months).not.toContain(ago(200).toISOString().slice(0, 7));
    expect(view?.months).toContain(now.toISOString().slice(0, 7));
  });

  it('lets positions go on when every change is gone', async () => {
    const add = () =>
      service.query("insert into changes (profile, kind, object_kind, object_id) values ($1, 'k', 'o', '1')", [
        PROFILE,
      ]);
    await add();
    await inTransaction(service, placeChanges);
    const { last } = await findChangeBounds(service);
    await service.query('delete from changes');
    expect(await findChangeBounds(service)).toEqual({ first: String(Number(last) + 1), last });
    await add();
    await inTransaction(service, placeChanges);
    expect(await findChangeBounds(service)).toEqual({
      first: String(Number(last) + 1),
      last: String(Number(last) + 1),
    });
  });

  it('removes answers to commands after their days, in batches', async () => {
    await service.query(
      `insert into idempotent_commands (actor_id, key, profile, fingerprint, started_at)
       select 'a', n::text, $1, 'f', case when n <= 5003 then $2::timestamptz else $3 end from generate_series(1, 5010) n`,
      [PROFILE, ago(8), ago(6)],
    );
    expect(await pruneRows(service, 'command-answers', now)).toBe(5003);
    expect(await count('idempotent_commands')).toBe(7);
    expect(await pruneRows(service, 'command-answers', now)).toBe(0);
  });

  it('removes letters that arrived and notices that were read; what waits for a person stays', async () => {
    const { rows: notices } = await service.query<{ id: string }>(
      `insert into notices (profile, recipient_id, kind, title, body, dedupe_key, created_at, read_at, planned_at)
       select $1, 'r', 'k', 't', 'b', n::text, $2, case when n < 4 then $2::timestamptz end, $2 from generate_series(1, 4) n returning id`,
      [PROFILE, ago(400)],
    );
    const { rows: letters } = await service.query<{ id: string }>(
      `insert into deliveries (profile, channel, recipient_id, message_id, state, next_attempt_at, created_at, finished_at)
       select $1, 'email', 'r', state, state, $2, $2, $2 from unnest(array['delivered', 'failed', 'uncertain']) state returning id`,
      [PROFILE, ago(400)],
    );
    for (const [index, letter] of letters.entries()) {
      await service.query('insert into delivery_notices values ($1, $2)', [letter.id, notices[index]?.id]);
      await service.query('insert into delivery_attempts values ($1, 1, now())', [letter.id]);
    }
    expect(await pruneRows(service, 'deliveries', now)).toBe(1);
    expect((await service.query('select state from deliveries order by state')).rows).toEqual([
      { state: 'failed' },
      { state: 'uncertain' },
    ]);
    expect(await pruneRows(service, 'notices', now)).toBe(1);
    expect(await count('notices')).toBe(3);
  });

  it('removes what is left of past sign-ins', async () => {
    await service.query(
      `insert into identity."user" ("id", "name", "email", "emailVerified", "role", "profile") values ('u', 'U', 'u@x', true, 'auditor', $1)`,
      [PROFILE],
    );
    await service.query(
      `insert into identity."session" ("id", "expiresAt", "token", "updatedAt", "ipAddress", "userId")
       values ('old', $1, 'a', now(), '10.0.0.1', 'u'), ('new', now(), 'b', now(), '10.0.0.1', 'u')`,
      [ago(31)],
    );
    await service.query(
      "insert into identity.sign_in_failures (email, failures, last_at) values ('old@x', 1, $1), ('new@x', 1, now())",
      [ago(31)],
    );
    expect(await pruneRows(service, 'sign-in-traces', now)).toBe(2);
    expect(await count('identity."session"')).toBe(1);
  });

  it('is decided by the owner within limits, never by a service', async () => {
    const policy = { kind: 'audit', keepDays: 800, changedBy: 'quan-tri', at: now };
    await expect(setRetention(service, policy)).rejects.toThrow(/permission denied/);
    expect(await setRetention(database.pool, { ...policy, keepDays: 30 })).toEqual({
      changed: false,
      why: 'too-short',
      leastDays: 730,
    });
    expect(await setRetention(database.pool, { ...policy, kind: 'cases' })).toMatchObject({ why: 'unknown-kind' });
    expect(await setRetention(database.pool, policy)).toEqual({ changed: true });
    const view = (await viewRetention(service)).find(({ kind }) => kind === 'audit');
    expect(view).toMatchObject({ keepDays: 800, changedBy: 'quan-tri' });
  });
});
