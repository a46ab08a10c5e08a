import type { EntailmentScores, TextPair } from '@lamro/domain';
import { hasCue, type Proposition } from '../claims/proposition.ts';
import type { ArticleView } from './article.ts';
import { likenessOf } from './likeness.ts';
import type { RecordView } from './record.ts';
import { type Conflict, isStatementOn, withoutBalanced } from './statement.ts';
import { placeGap } from './subject.ts';

/** What a model of entailment says of a passage of an official statement and a sentence of the press. */
export interface EntailmentVerdict extends EntailmentScores {
  /** Vietnamese machine translation of the sentence that the model read instead; it has no translation risk. */
  readonly translation?: string;
}

/** Asked for each pair of a statement's sentence and an article's; null where the model was not asked. */
export type EntailmentOf = (premise: string, hypothesis: string) => EntailmentVerdict | null;

/** Shared weight, or share of words, from which two sentences are worth a question. */
const WORTH_SHARED = 1.2;
const WORTH_WORDS = 0.45;
const MOST_PAIRS = 48;

interface Candidate {
  readonly told: Proposition;
  readonly known: Proposition;
  readonly view: RecordView;
  readonly worth: number;
}

/** Pairs that a model should be asked about, those of most in common first; a bounded number, for each costs time. */
export function entailmentPairs(article: ArticleView, records: readonly RecordView[]): TextPair[] {
  return candidatesOf(article, records).map(({ told, known }) => ({ premise: known.quote, hypothesis: told.quote }));
}

function candidatesOf(article: ArticleView, records: readonly RecordView[]): Candidate[] {
  const told = article.sentences.filter((sentence) => !hasCue(sentence, 'opinion'));
  return records
    .filter((view) => isStatementOn(view, article))
    .flatMap((view) => view.sentences.flatMap((known) => told.flatMap((one) => candidateOf(article, one, known, view))))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_PAIRS);
}

function candidateOf(article: ArticleView, told: Proposition, known: Proposition, view: RecordView): Candidate[] {
  const { shared, words } = likenessOf(known, told);
  const gap = placeGap(article, told, view);
  if (gap === null || (shared < WORTH_SHARED && words < WORTH_WORDS)) return [];
  return [{ told, known, view, worth: shared + words - gap }];
}

/** Probability from which the model's reading counts; a conflict that the rules do not see needs more. */
const AGREES = 0.7;
const OPPOSES = 0.7;
const OPPOSES_ALONE = 0.9;

/**
 * Weighs conflicts found by rules with a model: what it reads as agreement is dropped, what it reads as contradiction is
 * surer, and a clear contradiction that no rule knows is added.
 */
export function weighConflicts(
  article: ArticleView,
  records: readonly RecordView[],
  conflicts: readonly Conflict[],
  entailment: EntailmentOf,
): Conflict[] {
  const kept = conflicts.flatMap((conflict) => reweigh(conflict, entailment));
  const added = candidatesOf(article, records).flatMap((candidate) => {
    if (conflicts.some(({ told, known }) => told === candidate.told && known === candidate.known)) return [];
    return fromModel(candidate, entailment);
  });
  const views = [...new Set(added.map(({ view }) => view))];
  return [
    ...kept,
    ...views.flatMap((view) =>
      withoutBalanced(
        added.filter((conflict) => conflict.view === view),
        article,
        view,
      ),
    ),
  ];
}

function reweigh(conflict: Conflict, entailment: EntailmentOf): Conflict[] {
  const verdict = entailment(conflict.known.quote, conflict.told.quote);
  if (verdict === null) return [conflict];
  if (verdict.entailment >= AGREES) return [];
  if (verdict.contradiction < OPPOSES) return [conflict];
  return [
    {
      ...conflict,
      about: `${conflict.about}; mô hình suy luận cũng thấy trái nhau (${percent(verdict.contradiction)})`,
      certainty: round(1 - (1 - conflict.certainty) * (1 - verdict.contradiction / 2)),
    },
  ];
}

function fromModel({ told, known, view }: Candidate, entailment: EntailmentOf): Conflict[] {
  const verdict = entailment(known.quote, told.quote);
  if (verdict === null || verdict.contradiction < OPPOSES_ALONE) return [];
  const read = verdict.translation === undefined ? '' : `, đọc theo bản dịch máy "${verdict.translation}"`;
  return [
    {
      told,
      known,
      view,
      likeness: likenessOf(known, told),
      about: `Mô hình suy luận thấy câu này trái với tuyên bố (${percent(verdict.contradiction)}${read})`,
      certainty: round(verdict.contradiction * 0.85),
    },
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
