import { asRole, createHostGate, createPool, roleOf, SERVICES, saveSource } from '@lamro/database';
import { openQueues, QUEUE_NAMES, type Queues } from '@lamro/queue';
import { createLogger } from '@lamro/runtime';
import { insertFlaggedArticle, insertPendingVersion } from '@lamro/testkit';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fetcherFor, type OutletServer, startOutlet } from '../../services/crawler/test/outlet-server.ts';
import { BACKENDS, type BackendKind, sample } from './extent.ts';
import { type Fortress, openFortress, PROFILE } from './fortress.ts';
import { MARK } from './hostile-press.ts';
import { PAYLOADS, QUEUE_PAYLOADS } from './payloads.ts';
import { countUnfinished, plantJobs, type RawJob } from './raw-jobs.ts';
import { tell } from './tell.ts';
import { startWorkers, until, type Workers } from './workers.ts';

const SUBJECTS = {
  'check-source': 'sourceId',
  'fetch-article': 'articleId',
  'judge-version': 'versionId',
  'recheck-article': 'checkId',
} as const;

/** On Redis there are no such tables, and no role may make them. */
const AGAINST_TABLES = [
  'select * from bullmq.job',
  "insert into bullmq.job (queue, id) values ('x', 'x')",
  "update bullmq.job set data = '{}'",
  'delete from bullmq.event',
  'drop schema bullmq cascade',
  'create table bullmq.mine (id int)',
];
/** An id that no row has: its job is done as soon as that is seen. */
const NO_ROW = '900000000000000009';
const HONEST = { title: 'Tin thật', body: 'Một tin có thật của tỉnh Thái Bình.', language: 'vi', country: 'VN' };

/** What a job of this queue must not be taken for work with. */
function poisonFor(queue: keyof typeof SUBJECTS): readonly RawJob[] {
  const subject = SUBJECTS[queue];
  const ids = [
    '-1',
    '1.5',
    '1e3',
    '0x1',
    ' 1',
    '1\n',
    '٣',
    '99999999999999999999',
    '9223372036854775808',
    `1${MARK}`,
    '',
  ];
  const texts = sample(PAYLOADS, 20).map((text) => `${text}${MARK}`);
  const bodies = [
    ...[...ids, ...texts].map((id) => JSON.stringify({ [subject]: id })),
    ...[
      'null',
      '1',
      '"x"',
      '[]',
      '{}',
      `["${MARK}"]`,
      `{"${subject}":null}`,
      `{"${subject}":1}`,
      `{"${subject}":["1"]}`,
    ],
    `{"${subject}":{"$gt":""}}`,
    `{"__proto__":{"${subject}":"1"},"constructor":{"prototype":{"${subject}":"1"}}}`,
    `{"${subject}":"${'1'.repeat(3_000_000)}"}`,
    `{"${subject}":"${MARK.repeat(400_000)}"}`,
    `{"x":${'['.repeat(3_000)}1${']'.repeat(3_000)}}`,
    // What no row has.
    `{"${subject}":"900000000000000001","passwordId":"${MARK}"}`,
  ];
  const odd = bodies.map((data, index) => ({ id: `la-${index}`, name: queue, data }));
  const named = texts.map((name, index) => ({ id: `ten-${index}`, name, data: `{"${subject}":"900000000000000002"}` }));
  const keyed = sample(QUEUE_PAYLOADS, 8).map((id) => ({
    id: `${id}${MARK}`,
    name: queue,
    data: `{"${subject}":"900000000000000003"}`,
  }));
  const opts = [
    '{"attempts":1000000000,"backoff":0}',
    '{"delay":-1}',
    `{"tm":"${MARK}"}`,
    '{"repeat":{"every":1}}',
    '{"kl":-1,"stackTraceLimit":-1}',
    '{"priority":-5}',
  ];
  const optioned = opts.map((one, index) => ({ id: `kieu-${index}`, name: queue, data: '{"x":1}', opts: one }));
  return [...odd, ...named, ...keyed, ...optioned];
}

describe.for(BACKENDS)('jobs that somebody wrote into the queue on %s', (backend: BackendKind) => {
  let fortress: Fortress;
  let queues: Queues;
  let workers: Workers | null = null;
  let outlet: OutletServer;

  beforeAll(async () => {
    outlet = await startOutlet('127.0.0.62');
    fortress = await openFortress({ backend });
    queues = await openQueues(fortress.queueing.choice, createLogger('thử', 'silent'));
  });
  afterAll(async () => {
    await workers?.stop();
    await queues.close();
    await fortress.close();
    await outlet.close();
  });

  const pool = () => fortress.database.pool;
  const ledger = async () => {
    const { rows } = await pool().query(
      `select (select count(*)::int from articles) as articles, (select count(*)::int from judgements) as judgements,
         (select count(*)::int from sources) as sources, (select count(*)::int from outlet_checks) as checks,
         (select count(*)::int from flags) as flags, to_regclass('public.hacked') as hacked`,
    );
    return z.looseObject({ articles: z.number(), judgements: z.number() }).parse(rows[0]);
  };

  /** A source, an article after a failure and a look whose time has not come. */
  async function plantNotDue(): Promise<readonly (readonly [keyof typeof SUBJECTS, string])[]> {
    const { articleId, versionId, outletId } = await insertFlaggedArticle(pool(), { profile: PROFILE });
    const source = { profile: PROFILE, outletId, kind: 'rss', language: 'vi', country: 'VN' } as const;
    const sourceId = await saveSource(pool(), { ...source, url: `${outlet.origin}/tin.rss` });
    await pool().query(
      `update sources set next_check_at = now() + interval '1 day', last_checked_at = now() where id = $1`,
      [sourceId],
    );
    const failed = await pool().query<{ id: string }>(
      `insert into articles (profile, outlet_id, url, canonical_url, origin, attempts, next_attempt_at)
       values ($1, $2, $3, $3, 'domestic', 5, now() + interval '1 day') returning id`,
      [PROFILE, outletId, `${outlet.origin}/bai`],
    );
    const look = await pool().query<{ id: string }>(
      `with made as (
         insert into cases (profile, number, title, origin, route, opened_by) values ($1, $2, $2, 'domestic', '{}', 'c') returning id
       )
       insert into outlet_checks (profile, case_id, article_id, due_at, before_version_id)
       select $1, made.id, $3, now() + interval '1 day', $4 from made returning id`,
      [PROFILE, `som-${backend}`, articleId, versionId],
    );
    await pool().query('update articles set url = $2 where id = $1', [articleId, `${outlet.origin}/da-dang`]);
    return [
      ['check-source', sourceId],
      ['fetch-article', failed.rows[0]?.id ?? ''],
      ['fetch-article', articleId],
      ['recheck-article', look.rows[0]?.id ?? ''],
      ['judge-version', versionId],
    ];
  }

  /** What is a row of the table and yet no job: states, times and links that no code of ours writes. */
  async function spoilPostgres(): Promise<number> {
    let spoilt = 0;
    for (const queue of QUEUE_NAMES)
      for (const change of [
        'name = repeat(name, 100000)',
        `opts = '[]'`,
        `opts = '"x"'`,
        'data = to_jsonb(repeat(name, 100000))',
        `parent_queue = 'x', parent_id = 'y', parent_key = 'x:y'`,
        'attempts_made = 2147483647, attempts_started = 2147483647',
        `stacktrace = '"x"', return_value = '{"x":1}', progress = '"x"'`,
        'priority = -1, delay_ms = -1, max_attempts = 0',
        `scheduler_id = '${MARK}', dedup_id = '${MARK}'`,
      ]) {
        const id = `hong-${spoilt++}`;
        await plantJobs(fortress.queueing, pool(), queue, [{ id, name: queue, data: '{}' }]);
        await pool().query(`update bullmq.job set ${change} where queue = $1 and id = $2`, [queue, id]);
      }
    return spoilt;
  }

  /** Gives every queue an honest job and waits until each is done. */
  async function honestAreDone(): Promise<void> {
    const told = workers?.log.length ?? 0;
    const { versionId } = await insertPendingVersion(pool(), { profile: PROFILE, ...HONEST });
    await queues.add('check-source', { sourceId: NO_ROW });
    await queues.add('fetch-article', { articleId: NO_ROW });
    await queues.add('recheck-article', { checkId: NO_ROW });
    await queues.add('judge-version', { versionId });
    workers ??= await startWorkers({
      url: fortress.database.url,
      folder: fortress.folder,
      profile: PROFILE,
      queue: fortress.queueing.choice,
      fetcher: (own) => fetcherFor([outlet.origin], {}, createHostGate(own)),
    });
    const { log } = workers;
    const done = (name: string, id: string) =>
      log
        .slice(told)
        .some((line) => line.includes(`"queue":"${name}"`) && line.includes(id) && line.includes('"outcome":"done"'));
    await until('các việc thật đã xong', async () =>
      QUEUE_NAMES.every((name) => done(name, name === 'judge-version' ? `"versionId":"${versionId}"` : NO_ROW)),
    );
  }

  it('are refused one by one, and the honest ones behind them are done', async ({ task }) => {
    let planted = 0;
    for (const queue of QUEUE_NAMES)
      planted += (await plantJobs(fortress.queueing, pool(), queue, poisonFor(queue))).length;
    const before = await ledger();
    await honestAreDone();
    for (const queue of QUEUE_NAMES)
      await until(
        `${queue} không còn việc`,
        async () => (await countUnfinished(fortress.queueing, pool(), queue)) === 0,
      );
    expect(await ledger()).toEqual({ ...before, articles: before.articles + 1, judgements: before.judgements + 1 });
    expect(Reflect.get({}, 'sourceId')).toBeUndefined();
    tell(task, 'Việc giả trong hàng đợi', planted);
  });

  it('do nothing before its time: the ledger says when', async ({ task }) => {
    const asked = outlet.asked.length;
    const ids = await plantNotDue();
    let planted = 0;
    for (let round = 0; round < 10; round++)
      for (const [queue, id] of ids)
        planted += (
          await plantJobs(fortress.queueing, pool(), queue, [
            { id: `som-${queue}-${id}-${round}`, name: queue, data: JSON.stringify({ [SUBJECTS[queue]]: id }) },
          ])
        ).length;
    await honestAreDone();
    for (const queue of QUEUE_NAMES)
      await until(
        `${queue} không còn việc`,
        async () => (await countUnfinished(fortress.queueing, pool(), queue)) === 0,
      );
    expect(outlet.asked.length).toBe(asked);
    tell(task, 'Việc giả trong hàng đợi', planted);
  });

  it('hold up nothing where they are no jobs at all', async ({ task }) => {
    const { redis } = fortress.queueing;
    const spoilt = redis === null ? await spoilPostgres() : await spoilRedis(redis.url);
    await honestAreDone();
    tell(task, 'Việc giả trong hàng đợi', spoilt);
  });

  it('cannot come from a service whose role in the ledger somebody took over', async ({ task }) => {
    let tried = 0;
    for (const service of SERVICES) {
      const connectionString = asRole(fortress.database.url, roleOf(service));
      const own = createPool({ connectionString, applicationName: 'thử', max: 1 });
      for (const statement of AGAINST_TABLES) {
        await expect(own.query(statement), `${service}: ${statement}`).rejects.toThrow(
          /permission denied|must be owner|does not exist/,
        );
        tried++;
      }
      await own.end();
    }
    tell(task, 'Quyền của vai trò cơ sở dữ liệu', tried);
  });

  it('end no worker and put nothing of theirs at length into the log', ({ task }) => {
    const lines = workers?.log ?? [];
    expect(lines.filter((line) => line.includes('worker stopped'))).toEqual([]);
    expect(lines.filter((line) => line.includes('"outcome":"failed"')).length).toBeGreaterThan(100);
    for (const line of lines) {
      expect(line.length, line.slice(0, 300)).toBeLessThan(20_000);
      expect(line.includes(`${MARK}${MARK}`) || line.includes('passwordId'), line.slice(0, 300)).toBe(false);
    }
    tell(task, 'Dòng nhật ký về việc giả', lines.length);
  });

  it('cannot be written through our own side', async ({ task }) => {
    let tried = 0;
    for (const queue of QUEUE_NAMES)
      for (const text of [...sample(PAYLOADS, 30), '9'.repeat(20), '1'.repeat(1_000_000)]) {
        if (/^\d{1,19}$/.test(text)) continue;
        const payload = { [SUBJECTS[queue]]: text } as never;
        await expect(queues.add(queue, payload), text).rejects.toThrow();
        await expect(queues.addMany(queue, [payload]), text).rejects.toThrow();
        tried += 2;
      }
    // What rides along is left behind.
    const carried = { versionId: '900000000000000009', title: MARK } as never;
    await queues.add('judge-version', carried);
    tell(task, 'Tên và mã việc từ dữ liệu', tried);
  });
});

/** What only a Redis can hold: no JSON, ids without a job, and keys of another type than the queue's scripts expect. */
async function spoilRedis(url: string): Promise<number> {
  const client = new Redis(url);
  let spoilt = 0;
  for (const queue of QUEUE_NAMES) {
    const place = async (id: string, write: (key: string) => Promise<unknown>) => {
      await write(`bull:${queue}:${id}`);
      await client.lpush(`bull:${queue}:wait`, id);
      spoilt++;
    };
    for (const [index, data] of ['', '{', '{"x":', 'undefined', 'NaN', '\u0000', '\ud800', `${MARK}`].entries())
      await place(`hong-${index}`, (key) => client.hset(key, { name: queue, data, opts: '{}', timestamp: '1' }));
    for (const [index, opts] of ['', '{', '[]', '1', `"${MARK}"`].entries())
      await place(`kieu-hong-${index}`, (key) => client.hset(key, { name: queue, data: '{}', opts, timestamp: 'x' }));
    await place('khong-co', async () => undefined);
    await place('la-chuoi', (key) => client.set(key, MARK));
    await place('la-danh-sach', (key) => client.rpush(key, MARK));
  }
  await client.quit();
  return spoilt;
}
