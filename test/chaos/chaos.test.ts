import { createPool } from '@lamro/database';
import { insertFlaggedArticle, openTestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killServices } from './kill.ts';
import { playRound } from './run.ts';
import { tableOf } from './table.ts';
import { verify } from './verdict.ts';
import { openWorld, PROFILE, type World } from './world.ts';

/** The short part of `pnpm chaos`: the whole takes too long for every change. */
describe('a whole installation of separate processes', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ backend: 'postgres' });
  });
  afterAll(() => world.close());

  it('loses and doubles nothing when every service is killed again and again', async () => {
    const fault = killServices({ timesEach: 2, pauseMs: () => Math.random() * 2_000, calmEvery: 2 });
    const round = await playRound(world, fault, { articles: 6, settleWithinMs: 120_000 });
    process.stdout.write(`${tableOf([round])}\n`);
    expect(round.violations).toEqual([]);
    expect(round.counts).toMatchObject({ lost: 0, doubled: 0, 'commands lost': 0, 'chains broken': 0 });
    expect(round.counts['published']).toBeGreaterThanOrEqual(6);
    expect(round.counts['cases finished']).toBeGreaterThan(0);
  });
});

describe('the verdict', () => {
  it('sees what is lost, doubled, strange, broken and sent twice', async () => {
    const database = await openTestDatabase();
    const pool = createPool({ connectionString: database.url, applicationName: 'verdict' });
    const { articleId, outletId } = await insertFlaggedArticle(pool, { profile: PROFILE });
    await pool.query(`update outlets set name = 'Báo Khác' where id = $1`, [outletId]);
    await pool.query(
      `insert into article_versions (profile, article_id, number, content_hash, title, body, language, snapshot_sha256, extractor_version)
       values ($1, $2, 2, 'x', 'Tin', 'Tin', 'vi', repeat('0', 64), '1')`,
      [PROFILE, articleId],
    );
    await pool.query(
      `insert into deliveries (profile, channel, recipient_id, message_id, state, next_attempt_at, created_at) values
         ($1, 'email', 'a', '<twice>', 'delivered', now(), now()), ($1, 'email', 'a', '<secret>', 'waiting', now(), now()),
         ($1, 'email', 'a', '<unsent>', 'delivered', now(), now()), ($1, 'email', 'a', '<dropped>', 'failed', now(), now())`,
      [PROFILE],
    );
    const { rows: deadlines } = await pool.query<{ id: string }>(
      `insert into deadlines (profile, rule, starts_at, due_at, steps, basis, reminded_due_at)
       select $1, 'thu-pha', now(), now(), '[]', 'internal', now() from generate_series(1, 2) returning id`,
      [PROFILE],
    );
    await pool.query(
      `insert into notices (profile, recipient_id, kind, title, body, dedupe_key)
       select $1, 'a', 'deadline-due', 'Hạn', 'Hạn', 'deadline:' || $2 || ':due:' || time from generate_series(1, 2) time`,
      [PROFILE, deadlines[1]?.id],
    );
    const { counts, violations } = await verify(pool, {
      profile: PROFILE,
      published: ['http://127.0.0.11/mat'],
      acknowledged: [{ caseId: '1', seq: 1, state: 'drafted' }],
      letters: () =>
        new Map([
          ['<twice>', 2],
          ['<secret>', 1],
        ]),
      calls: new Map(),
    });
    expect(counts).toMatchObject({
      lost: 1,
      doubled: 1,
      'not of the press': 1,
      'commands lost': 1,
      'letters twice': 1,
      'notices given up': 1,
      'deadlines reminded of': 2,
    });
    const told = violations.map((line) => line.split(':')[0]);
    expect(told.toSorted()).toEqual(
      [
        'article lost',
        'article doubled',
        'article that was never published',
        'acknowledged but not in the chain',
        'letter <twice> taken 2 times',
        'letter <twice> counts as delivered and reached the server 2 times',
        'letter <unsent> counts as delivered and reached the server 0 times',
        'letter <secret> reached the server and is waiting',
        'email <dropped> was given up, although its receiver came back',
        `deadline ${deadlines[0]?.id} counts as reminded of and nobody was told`,
        `deadline ${deadlines[1]?.id}`,
      ].toSorted(),
    );
    await pool.end();
    await database.close();
  });
});
