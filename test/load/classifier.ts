import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPlaceNames } from '@lamro/analysis';
import { findNeighbours, findStoryCandidates, type Pool } from '@lamro/database';
import { loadGazetteer } from '@lamro/profiles';
import { createLogger, createMetrics } from '@lamro/runtime';
import type { ClassifierContext } from '../../services/classifier/src/classifier.ts';
import { judgeVersion } from '../../services/classifier/src/judge-version.ts';
import { createProvinceJudge } from '../../services/classifier/src/judging.ts';
import { createModelReader } from '../../services/classifier/src/models.ts';
import { openStoryBook } from '../../services/classifier/src/stories.ts';
import type { Bench, Figure } from './figure.ts';
import { removeNewcomers, storeNewcomers, storeRecords } from './million/newcomers.ts';
import { type FilledLedger, openFilledLedger, PROFILE } from './million/open.ts';
import { quantile } from './million/quantile.ts';
import { fillStories } from './million/stories.ts';

/** Changed copies of the sample press: to warm up, to be judged one by one, and by the workers. */
const SEEDS = { warm: [11], single: [12, 13], workers: [14, 15, 16] } as const;
const ALL_SEEDS = Object.values(SEEDS).flat();
/** As CLASSIFY_CONCURRENCY has it where nobody says otherwise. */
const WORKERS = 2;

/** Articles of the sample press through the handler of the classifier's jobs, on a ledger of `--articles N` stored ones, without models. */
export const classifier: Bench = {
  name: 'classifier',
  run: async ({ articles, data }) => {
    const filled = await openFilledLedger(articles, data);
    try {
      await withStories(filled);
      return await measure(filled);
    } finally {
      await filled.close();
    }
  },
};

async function withStories({ pool, folder, articles }: FilledLedger): Promise<void> {
  const mark = join(folder, `stories-${articles}`);
  if (existsSync(mark)) return;
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  await fillStories({ pool, profile: PROFILE, placeName: createPlaceNames(loadGazetteer(PROFILE)), say });
  writeFileSync(mark, '');
}

async function measure({ pool, articles }: FilledLedger): Promise<Figure[]> {
  const last = await pool.query<{ id: string }>('select max(id) as id from articles');
  const before = last.rows[0]?.id ?? '0';
  try {
    const records = await storeRecords(pool, PROFILE, ALL_SEEDS);
    const note = `${articles} articles stored, ${records} official records`;
    const clock = createClock();
    const context = await openClassifier(pool, clock);
    await judgeAll(context, await storeAll(pool, SEEDS.warm), 1);
    clock.reset();
    const single = await judgeAll(context, await storeAll(pool, SEEDS.single), 1);
    const parts = partsOf(clock, single, note);
    const together = await judgeAll(context, await storeAll(pool, SEEDS.workers), WORKERS);
    return [
      {
        name: 'classifier.items-per-second',
        value: together.times.length / together.seconds,
        unit: 'items/s',
        note: `${together.times.length} articles by ${WORKERS} workers of one process; ${note}`,
      },
      ...(await timesOf(pool, single, 'one at a time', note)),
      ...(await timesOf(pool, together, `${WORKERS} workers`, note)),
      ...parts,
      ...(await timesOfQueries(pool, before, note)),
      { name: 'classifier.memory', value: process.memoryUsage().rss / 2 ** 20, unit: 'MiB', note: `resident; ${note}` },
    ];
  } finally {
    await removeNewcomers(pool, before);
  }
}

async function storeAll(pool: Pool, seeds: readonly number[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const seed of seeds) ids.push(...(await storeNewcomers(pool, PROFILE, seed)));
  return ids;
}

const PARTS = ['relevance', 'stories', 'judging'] as const;

/** Milliseconds spent in each part. */
interface Clock {
  readonly spent: Map<(typeof PARTS)[number], number>;
  timed<Result>(part: (typeof PARTS)[number], run: () => Promise<Result>): Promise<Result>;
  reset(): void;
}

function createClock(): Clock {
  const spent: Clock['spent'] = new Map();
  return {
    spent,
    timed: async (part, run) => {
      const started = performance.now();
      const result = await run();
      spent.set(part, (spent.get(part) ?? 0) + performance.now() - started);
      return result;
    },
    reset: () => spent.clear(),
  };
}

/** The classifier's own parts, those that are timed apart behind a clock. */
async function openClassifier(pool: Pool, clock: Clock): Promise<ClassifierContext> {
  const judge = createProvinceJudge(pool, PROFILE);
  const book = await openStoryBook(pool, [PROFILE]);
  const timedJudge: typeof judge = {
    ...judge,
    relevance: (item) => {
      const started = performance.now();
      const found = judge.relevance(item);
      clock.spent.set('relevance', (clock.spent.get('relevance') ?? 0) + performance.now() - started);
      return found;
    },
    judge: (item, beside) => clock.timed('judging', () => judge.judge(item, beside)),
  };
  return {
    pool,
    stories: { place: (db, article) => clock.timed('stories', () => book.place(db, article)) },
    models: createModelReader(null, createMetrics(), createLogger('bench', 'silent')),
    judgeOf: () => timedJudge,
    count: () => undefined,
  };
}

interface Run {
  readonly seconds: number;
  readonly times: readonly { readonly versionId: string; readonly ms: number }[];
}

async function judgeAll(context: ClassifierContext, versions: readonly string[], workers: number): Promise<Run> {
  const times: { versionId: string; ms: number }[] = [];
  const waiting = [...versions].reverse();
  const work = async () => {
    for (let versionId = waiting.pop(); versionId !== undefined; versionId = waiting.pop()) {
      const started = performance.now();
      await judgeVersion(context, versionId);
      times.push({ versionId, ms: performance.now() - started });
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: workers }, work));
  return { seconds: (performance.now() - started) / 1_000, times };
}

/** Of articles that concern the province; others are done after their names were looked for. */
async function timesOf(pool: Pool, run: Run, how: string, note: string): Promise<Figure[]> {
  const { rows } = await pool.query<{ id: string }>(
    'select article_version_id as id from judgements where relevant and article_version_id = any($1::bigint[])',
    [run.times.map(({ versionId }) => versionId)],
  );
  const relevant = new Set(rows.map(({ id }) => id));
  const times = run.times.filter(({ versionId }) => relevant.has(versionId)).map(({ ms }) => ms);
  return ([0.5, 0.95] as const).map((share) => ({
    name: `classifier.${share === 0.5 ? 'median' : 'p95'}`,
    value: quantile(times, share),
    unit: 'ms',
    note: `${how}, ${times.length} of ${run.times.length} articles that concern the province; ${note}`,
  }));
}

function partsOf({ spent }: Clock, run: Run, note: string): Figure[] {
  const whole = run.times.reduce((sum, { ms }) => sum + ms, 0);
  const known = PARTS.map((part) => ({ part: String(part), ms: spent.get(part) ?? 0 }));
  const rest = { part: 'ledger', ms: whole - known.reduce((sum, { ms }) => sum + ms, 0) };
  return [...known, rest].map(({ part, ms }) => ({
    name: `classifier.part.${part}`,
    value: ms / run.times.length,
    unit: 'ms',
    note: `mean of all ${run.times.length} articles, one at a time; ${note}`,
  }));
}

interface Newcomer {
  readonly id: string;
  readonly at: Date;
  readonly keys: number[];
  readonly places: string[];
}

/** The two questions whose cost might grow with what is stored. */
async function timesOfQueries(pool: Pool, after: string, note: string): Promise<Figure[]> {
  const { rows } = await pool.query<Newcomer>(
    `select f.article_id as id, f.seen_at as at, f.keys::float8[] as keys, array(select place from item_places p where p.article_id = f.article_id) as places
     from story_features f where f.article_id > $1 order by f.article_id limit 200`,
    [after],
  );
  const stories: number[] = [];
  const neighbours: number[] = [];
  for (const { id: articleId, at, keys, places } of rows) {
    const started = performance.now();
    await findStoryCandidates(pool, { profile: PROFILE, articleId, keys, seenAt: at, withinDays: 10, limit: 48 });
    const between = performance.now();
    await findNeighbours(pool, { profile: PROFILE, articleId, places, at, withinDays: 30, limit: 6 });
    stories.push(between - started);
    neighbours.push(performance.now() - between);
  }
  return Object.entries({ stories, neighbours }).flatMap(([name, times]) =>
    ([0.5, 0.95] as const).map((share) => ({
      name: `classifier.query.${name}.${share === 0.5 ? 'median' : 'p95'}`,
      value: quantile(times, share),
      unit: 'ms',
      note: `${times.length} articles, the query alone; ${note}`,
    })),
  );
}
