import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDueArticles } from '../articles/index.ts';
import { claimDelivery } from '../deliveries/index.ts';
import { findDueSources } from '../sources/index.ts';
import { findUnjudgedVersions } from '../versions/index.ts';
import { keepHostTurn } from './keep-host-turn.ts';
import { leaveHostTurn } from './leave-host-turn.ts';
import { takeHostTurn } from './take-host-turn.ts';

const PROFILE = 'thai-binh';
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  const { pool } = database;
  await pool.query(`insert into profiles (id, name, content, content_hash) values ($1, $1, '{}', '')`, [PROFILE]);
  await pool.query(`insert into outlets (profile, name, country, language) values ($1, 'Báo Thử', 'VN', 'vi')`, [
    PROFILE,
  ]);
});
afterAll(() => database.close());

/** Rows as they were left by a clock that ran two hours ahead and was put right. */
describe('after the clock was set back', () => {
  it('a host whose turn was taken in the future comes free', async () => {
    await database.pool.query(
      `insert into host_turns (host, holder, held_until, next_start_at, written_at) values
         ('a.vn', 'x', now() + interval '121 minutes', now() + interval '121 minutes', now() + interval '2 hours'),
         ('b.vn', 'x', now() + interval '20 seconds', now() + interval '20 seconds', now())`,
    );
    const take = (host: string) => takeHostTurn(database.pool, { host, holder: 'y', delayMs: 0, leaseSeconds: 30 });
    expect(await take('a.vn')).toBe(0);
    expect(await take('b.vn')).toBeGreaterThan(10_000);
  });

  it('giving a turn back says when that was, since it may put off the next one', async () => {
    const { pool } = database;
    await pool.query(
      `insert into host_turns (host, holder, held_until, next_start_at, written_at)
       values ('c.vn', 'x', now() + interval '20 seconds', now(), now() - interval '1 hour')`,
    );
    await keepHostTurn(pool, { host: 'c.vn', holder: 'x', leaseSeconds: 30 });
    const writtenAgo = async () => {
      const { rows } = await pool.query<{ seconds: number }>(
        `select extract(epoch from clock_timestamp() - written_at)::int as seconds from host_turns where host = 'c.vn'`,
      );
      return rows[0]?.seconds ?? -1;
    };
    expect(await writtenAgo()).toBeGreaterThan(3_000);
    await leaveHostTurn(pool, { host: 'c.vn', holder: 'x', retryAfterMs: 7_200_000 });
    expect(await writtenAgo()).toBeLessThan(60);
  });

  it('a source, an article and a version from the future are due, and those that wait for their time are not', async () => {
    const { pool } = database;
    await pool.query(
      `insert into sources (profile, outlet_id, kind, url, language, country, created_at, last_checked_at, next_check_at)
       select $1, id, 'feed', 'http://127.0.0.1/' || name.url, 'vi', 'VN', now() - interval '1 day', name.checked, name.next
       from outlets, (values ('ahead', now() + interval '2 hours', now() + interval '130 minutes'),
         ('waits', now(), now() + interval '10 minutes')) as name (url, checked, next)`,
      [PROFILE],
    );
    await pool.query(
      `insert into articles (profile, outlet_id, url, canonical_url, origin, attempts, next_attempt_at, updated_at)
       select $1, id, name.url, name.url, 'domestic', name.attempts, name.next, name.updated
       from outlets, (values ('found ahead', 0, now() + interval '2 hours', now() + interval '2 hours'),
         ('failed ahead', 2, now() + interval '2 hours', now() + interval '2 hours'),
         ('waits', 2, now() + interval '2 minutes', now())) as name (url, attempts, next, updated)`,
      [PROFILE],
    );
    await pool.query(
      `insert into article_versions (profile, article_id, number, content_hash, title, body, language, snapshot_sha256,
         extractor_version, created_at)
       select $1, id, 1, url, 'Tin', 'Tin', 'vi', repeat('0', 64), '1', now() + interval '2 hours' from articles where url = 'found ahead'`,
      [PROFILE],
    );
    const sources = await pool.query<{ id: string }>(`select id from sources where url like '%ahead'`);
    expect(await findDueSources(pool, 10)).toEqual(sources.rows.map(({ id }) => ({ sourceId: id })));
    const articles = await pool.query<{ id: string }>(`select id from articles where url like '%ahead' order by id`);
    const due = await findDueArticles(pool, 10);
    expect(due.map(({ articleId }) => articleId).toSorted()).toEqual(articles.rows.map(({ id }) => id).toSorted());
    expect(await findUnjudgedVersions(pool, 10)).toHaveLength(1);
  });

  it('a letter that was planned ahead goes out now, and one for a later hour does not', async () => {
    const at = new Date('2026-11-20T03:00:00Z');
    await database.pool.query(
      `insert into deliveries (profile, channel, recipient_id, message_id, next_attempt_at, created_at) values
         ($1, 'email', 'a', '<ahead>', $2::timestamptz + interval '2 hours', $2::timestamptz + interval '2 hours'),
         ($1, 'email', 'b', '<digest>', $2::timestamptz + interval '2 hours', $2)`,
      [PROFILE, at],
    );
    const claim = () => claimDelivery(database.pool, { channels: ['email'], at, leaseMs: 1_000 });
    expect((await claim())?.messageId).toBe('<ahead>');
    expect(await claim()).toBeNull();
  });
});
