import type { Proposition } from '../claims/proposition.ts';
import type { ArticleView } from '../signals/article.ts';
import type { RecordView } from '../signals/record.ts';
import { isValidOn } from '../signals/validity.ts';
import { type Word, type Words, weigh, wordsOf } from './words.ts';

/** A sentence of an article beside one of a record. */
export interface Pairing {
  readonly article: ArticleView;
  readonly told: Proposition;
  readonly known: Proposition;
  readonly view: RecordView;
}

/** Syllables meet between Vietnamese sentences only. */
function comparable(words: Words, told: Proposition, known: Proposition): Word[] {
  const alike = told.language === known.language;
  return [...words.values()].filter(({ key }) => alike || !key.startsWith('w:'));
}

export function toldWords({ article, told, known }: Pairing): Word[] {
  return comparable(wordsOf(told, article.placesIn(told.start, told.end)), told, known);
}

/** Weight of what a sentence of the article shares with a sentence of the record. */
function sharedWeight(pairing: Pairing): number {
  const words = wordsOf(pairing.known, pairing.view.places);
  return weigh(toldWords(pairing).filter(({ key }) => words.has(key)));
}

/** What two sentences must share to be looked at closely: one place, name or matter. */
const LEAST_SHARED = 0.7;

/** Sentences of an article beside those of each record in force on its day, where they share anything at all. */
export function pairingsOf(article: ArticleView, records: readonly RecordView[]): Pairing[] {
  return records
    .filter(({ record }) => isValidOn(record, article.day))
    .flatMap((view) =>
      article.sentences.flatMap((told) => view.sentences.map((known) => ({ article, told, known, view }))),
    )
    .filter((pairing) => sharedWeight(pairing) >= LEAST_SHARED);
}
