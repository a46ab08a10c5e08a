import { type ItemFilter, type Pool, searchItems, UNFILTERED, viewItems } from '@lamro/database';
import type { Figure } from '../figure.ts';
import { PROFILE } from './open.ts';
import { quantile } from './quantile.ts';

const ROUNDS = 12;
const OPEN: ItemFilter = { ...UNFILTERED, profile: PROFILE, reader: 'bench', limit: 31 };

/** What people ask of the stream, common and rare. */
async function listsOf(pool: Pool): Promise<Readonly<Record<string, Partial<ItemFilter>>>> {
  const outlet = await pool.query<{ id: string }>(
    'select id from outlets where profile = $1 order by id desc limit 1',
    [PROFILE],
  );
  const middle = await pool.query<{ micros: string; id: string; day: string }>(
    `select (extract(epoch from first_seen_at) * 1000000)::bigint as micros, id, to_char(first_seen_at, 'YYYY-MM-DD') as day
     from articles where id = (select max(id) / 2 from articles)`,
  );
  const { micros = '0', id = '1', day = '2026-01-01' } = middle.rows[0] ?? {};
  return {
    newest: {},
    'half way down': { after: { seenMicros: micros, id } },
    'one day long ago': { from: day, to: day },
    foreign: { origin: 'foreign' },
    'a rare language': { language: 'lo' },
    'a rare country': { country: 'KH' },
    'one outlet': { outletId: outlet.rows[0]?.id ?? null },
    'a common sector': { sector: 'foreign-affairs' },
    'a rare sector': { sector: 'science-technology' },
    'a place': { place: '303' },
    'Japanese about health': { language: 'ja', sector: 'health' },
    flagged: { flag: 'any' },
    'open flags': { flag: 'open' },
    'not flagged': { flag: 'none' },
    'judged distorted': { verdict: 'distorted' },
    'high score': { minScore: 0.9 },
    unread: { unreadOnly: true },
    everything: { relevantOnly: false },
  };
}

/** Common and rare words with and without tones, phrases, exclusions, scripts without spaces, nothing to be found. */
const SEARCHES: readonly { readonly text: string; readonly change?: Partial<ItemFilter> }[] = [
  { text: 'cảng' },
  { text: 'cang bien' },
  { text: 'Hải Phòng' },
  { text: 'hai phong du lich' },
  { text: '"du lịch"' },
  { text: 'ô nhiễm nguồn nước' },
  { text: 'cảng -du -lịch' },
  { text: 'port' },
  { text: 'investment tourism' },
  { text: '海防' },
  { text: '港口' },
  { text: '旅游投资' },
  { text: '하이퐁' },
  { text: 'порт' },
  { text: 'môi trường', change: { language: 'vi', sector: 'health' } },
  { text: 'công nhân', change: { origin: 'foreign' } },
  { text: 'khônghềcótừnày' },
];

/** Words that are each common and never stand together: every article that has both must be compared. */
const HARDEST = { text: '"biển cảng"' };

/** Rare words as they were written into the texts, so that some are surely found. */
async function rareSearches(pool: Pool): Promise<typeof SEARCHES> {
  const { rows } = await pool.query<{ word: string }>(
    `select distinct split_part(body, ' ', -1) as word from article_versions where id % 50000 = 7 limit 6`,
  );
  return rows.map(({ word }) => ({ text: word }));
}

export async function measureLists(pool: Pool, articles: number): Promise<readonly Figure[]> {
  const lists = Object.entries(await listsOf(pool)).map(([name, change]) => ({
    name,
    run: () => viewItems(pool, { ...OPEN, ...change }),
  }));
  const searches = [...SEARCHES, ...(await rareSearches(pool))].map(({ text, change }) => ({
    name: `${text} ${change === undefined ? '' : JSON.stringify(change)}`.trim(),
    run: () => searchItems(pool, { ...OPEN, ...change, text, offset: 0 }),
  }));
  const hardest = [{ name: HARDEST.text, run: () => searchItems(pool, { ...OPEN, ...HARDEST, offset: 0 }) }];
  return [
    ...(await measure('ledger.list', lists, articles)),
    ...(await measure('ledger.search', searches, articles)),
    ...(await measure('ledger.search.hardest', hardest, articles)).slice(0, 1),
  ];
}

interface Asked {
  readonly name: string;
  run(): Promise<readonly unknown[]>;
}

async function measure(name: string, asked: readonly Asked[], articles: number): Promise<readonly Figure[]> {
  const all: number[] = [];
  const worst: { name: string; median: number; rows: number }[] = [];
  for (const one of asked) {
    const times: number[] = [];
    let rows = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      rows = (await one.run()).length;
      times.push(performance.now() - started);
    }
    all.push(...times);
    worst.push({ name: one.name, median: quantile(times, 0.5), rows });
  }
  worst.sort((a, b) => b.median - a.median);
  const slowest = worst.slice(0, 4).map((one) => `${one.name}: ${one.median.toFixed(0)} ms`);
  const note = `${asked.length} questions × ${ROUNDS}, ${articles} articles, one after another, first runs included`;
  return [
    { name: `${name}.median`, value: quantile(all, 0.5), unit: 'ms', note },
    {
      name: `${name}.p95`,
      value: quantile(all, 0.95),
      unit: 'ms',
      note: `slowest by their medians: ${slowest.join('; ')}`,
    },
  ];
}
