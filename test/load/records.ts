import { createRelevance, judgePrepared, type PreparedContext, prepareContext } from '@lamro/analysis';
import type { PressItem } from '@lamro/domain';
import { emit } from '@lamro/newsroom';
import { loadGazetteer } from '@lamro/profiles';
import type { Bench, Figure } from './figure.ts';
import { makeRecords } from './records-made.ts';

const PROFILE = 'hai-phong';
const COUNTS = [100, 1_000, 10_000];
const ARTICLES = 40;
/** Held against every record an article takes seconds at ten thousand. */
const ARTICLES_UNINDEXED = 5;
const ROUNDS = 3;

/**
 * What judging one article of the sample newsroom costs beside 100, 1,000 and 10,000 records in force, with the index of records and
 * held against all of them, and what reading the records costs.
 */
export const records: Bench = {
  name: 'records',
  run: async () => {
    const gazetteer = loadGazetteer(PROFILE);
    const relevance = createRelevance(gazetteer);
    const { records: own, articles } = emit(new Date('2026-11-20T00:00:00Z'));
    const items = articles.filter((item) => relevance(item).relevance.relevant).slice(0, ARTICLES);
    const ofNewsroom = own.filter((record) => record.profile === undefined || record.profile === PROFILE);
    let first: number | undefined;
    return COUNTS.flatMap((count) => {
      const made = [...ofNewsroom, ...makeRecords(gazetteer, count)].slice(0, count);
      const contextOf = (mostRecords: number | null | undefined): PreparedContext =>
        prepareContext({
          gazetteer,
          relevance,
          records: made,
          related: [],
          ...(mostRecords === undefined ? {} : { mostRecords }),
        });
      const start = performance.now();
      const indexed = contextOf(undefined);
      const reading = performance.now() - start;
      const figures = judging(indexed, items, count);
      first ??= figures[0]?.value;
      const few = items.slice(0, ARTICLES_UNINDEXED);
      const all = judging(contextOf(null), few, count);
      return [
        ...figures,
        ratio(count, (figures[0]?.value ?? 0) / (first ?? 1)),
        {
          name: 'records.reading',
          value: reading / count,
          unit: 'ms/record',
          note: `${count} records, index included`,
        },
        ...all.slice(0, 1).map((figure) => ({ ...figure, name: 'records.unindexed-median' })),
      ];
    });
  },
};

function ratio(count: number, value: number): Figure {
  return {
    name: 'records.judging-ratio',
    value,
    unit: '×',
    note: `median at ${count} records over that at ${COUNTS[0]}`,
  };
}

/** The first round reads words that are kept afterwards, so it is not counted. */
function judging(context: PreparedContext, items: readonly PressItem[], count: number): Figure[] {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const item of items) {
      const start = performance.now();
      judgePrepared(context, item);
      if (round > 0) times.push(performance.now() - start);
    }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  const note = `${items.length} articles beside ${count} records`;
  return [
    { name: 'records.judging-median', value: at(0.5), unit: 'ms', note },
    { name: 'records.judging-p95', value: at(0.95), unit: 'ms', note },
  ];
}
