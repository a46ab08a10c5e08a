import { hasCue } from '../claims/proposition.ts';
import type { ArticleView } from '../signals/article.ts';
import type { RecordView } from '../signals/record.ts';
import { isValidOn } from '../signals/validity.ts';
import { type Pairing, sharedWeight } from './features.ts';

/** What two sentences must share to be looked at closely: one place, name or matter. */
const LEAST_SHARED = 0.7;

/** Whether a record says something that a sentence can contradict beside its figure: a statement, a denial, an absence. */
function speaks({ record, sentences }: RecordView): boolean {
  return record.kind !== 'figure' || sentences.some((sentence) => hasCue(sentence, 'none', 'negation'));
}

/** Sentences of an article beside those of each record in force on its day, where they share anything at all. */
export function pairingsOf(article: ArticleView, records: readonly RecordView[]): Pairing[] {
  return records
    .filter((view) => speaks(view) && isValidOn(view.record, article.day))
    .flatMap((view) =>
      article.sentences.flatMap((told) => view.sentences.map((known) => ({ article, told, known, view }))),
    )
    .filter((pairing) => sharedWeight(pairing) >= LEAST_SHARED);
}
