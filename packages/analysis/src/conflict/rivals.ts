import type { Pairing } from './pairings.ts';

/** Features of likeness by which a pairing is compared with the others of its article. */
const COMPARED = [
  'shared',
  'shareOfKnown',
  'shareOfRecord',
  'likeness',
  'coverage',
  'recordInArticle',
  'fields',
] as const;

/** How a pairing stands among its rivals: the record's other sentences, the sentence's other records, all of the article. */
export const RIVAL_FEATURES = [
  ...COMPARED.flatMap((name) => [
    `${name}BesideSentences`,
    `${name}BesideRecords`,
    `${name}BesideAll`,
    `${name}OfRecordBesideAll`,
  ]),
  'records',
  'sentencesOfRecord',
] as const;

const LEAST = 0.01;
const MOST_RECORDS = 6;

/**
 * Describes each pairing by {@link RIVAL_FEATURES}.
 *
 * @param rows the other features of each pairing, in the order of `names`
 */
export function rivalsOf(
  pairings: readonly Pairing[],
  rows: readonly (readonly number[])[],
  names: readonly string[],
): number[][] {
  const columns = COMPARED.map((name) => names.indexOf(name));
  const best = {
    record: new Map<string, number>(),
    sentence: new Map<string, number>(),
    all: new Map<number, number>(),
  };
  const keep = <K>(most: Map<K, number>, key: K, value: number) => most.set(key, Math.max(most.get(key) ?? 0, value));
  for (const [at, { told, view }] of pairings.entries())
    for (const column of columns) {
      const value = rows[at]?.[column] ?? 0;
      keep(best.record, `${view.record.id} ${column}`, value);
      keep(best.sentence, `${told.start} ${column}`, value);
      keep(best.all, column, value);
    }
  const records = new Set(pairings.map(({ view }) => view)).size;
  const together = new Map<string, number>();
  const keyOf = ({ told, view }: Pairing): string => `${view.record.id} ${told.start}`;
  for (const pairing of pairings) together.set(keyOf(pairing), (together.get(keyOf(pairing)) ?? 0) + 1);
  return pairings.map((pairing, at) => {
    const { told, view } = pairing;
    const beside = columns.flatMap((column) => {
      const value = rows[at]?.[column] ?? 0;
      const ofRecord = best.record.get(`${view.record.id} ${column}`) ?? 0;
      const ofAll = Math.max(LEAST, best.all.get(column) ?? 0);
      return [
        value / Math.max(LEAST, ofRecord),
        value / Math.max(LEAST, best.sentence.get(`${told.start} ${column}`) ?? 0),
        value / ofAll,
        ofRecord / ofAll,
      ];
    });
    return [...beside, Math.min(MOST_RECORDS, records), together.get(keyOf(pairing)) ?? 0];
  });
}
