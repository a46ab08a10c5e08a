import type { Signal } from '@lamro/domain';
import { hasCue, type Proposition } from '../claims/proposition.ts';
import { compareFigures } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import { notionOf } from '../lexicon/concepts.ts';
import type { ArticleView } from './article.ts';
import type { FigurePair } from './figure.ts';
import { likenessOf } from './likeness.ts';
import type { EarlierArticle } from './old.ts';
import { isDenying } from './polarity.ts';
import { agreesWith, type Opposition, oppositionOf } from './statement.ts';
import { contextOf, isChange, periodOf } from './subject.ts';

/**
 * `differs-between-versions`: this telling of a story and an earlier one disagree in a number or a pole. A foreign telling
 * against a domestic one weighs most. Figures that a record confirms are not in question; neither is a count that grows with
 * the days (the later article may simply know more).
 */
export function versionSignals(
  article: ArticleView,
  earlier: readonly EarlierArticle[],
  pairs: readonly FigurePair[],
): Signal[] {
  const confirmed = new Set(pairs.filter(({ agrees }) => agrees).map(({ figure }) => figure));
  const signals = new Map<Proposition, Signal>();
  for (const other of earlier) {
    if (!other.sameStory || article.foreign === other.view.foreign) continue;
    for (const told of article.sentences) {
      const difference = differenceIn(article, told, other.view, confirmed);
      if (difference === null) continue;
      const signal = signalOf(article, other.view, told, difference);
      if ((signals.get(told)?.strength ?? 0) < signal.strength) signals.set(told, signal);
    }
  }
  return [...signals.values()];
}

interface Difference {
  readonly sentence: Proposition;
  readonly why: string;
  readonly strength: number;
}

function differenceIn(
  article: ArticleView,
  told: Proposition,
  other: ArticleView,
  confirmed: ReadonlySet<Figure>,
): Difference | null {
  if (isDenying(told)) return null;
  for (const figure of told.figures) {
    if (
      confirmed.has(figure) ||
      figure.dimension === null ||
      figure.approx === 'vague' ||
      (figure.worded && figure.value <= 1)
    )
      continue;
    const difference = figureDifference(article, told, figure, other);
    if (difference !== null) return difference;
  }
  return poleDifference(told, other);
}

function figureDifference(
  article: ArticleView,
  told: Proposition,
  figure: Figure,
  other: ArticleView,
): Difference | null {
  const all = other.sentences.flatMap((sentence) => sentence.figures.map((theirs) => ({ sentence, theirs })));
  if (all.some(({ theirs }) => compareFigures(figure, theirs) === 'agrees')) return null;
  const rivals = all.filter(({ sentence, theirs }) => isSameCount(told, figure, sentence, theirs));
  const rival = rivals[0];
  if (rival === undefined || isLaterCount(article, other, figure, rival.theirs)) return null;
  if (
    article.sentences.some((sentence) =>
      sentence.figures.some((mine) => compareFigures(mine, rival.theirs) === 'agrees'),
    )
  )
    return null;
  return {
    sentence: rival.sentence,
    why: `Bài nêu "${figure.quote}", bản tin ${other.foreign ? 'nước ngoài' : 'trong nước'} cùng sự việc nêu "${rival.theirs.quote}".`,
    strength: rivals.length === 1 ? 0.85 : 0.7,
  };
}

function isSameCount(told: Proposition, figure: Figure, sentence: Proposition, theirs: Figure): boolean {
  if (compareFigures(figure, theirs) !== 'differs' || figure.dimension !== theirs.dimension) return false;
  const mine = contextOf(told, figure);
  const known = contextOf(sentence, theirs);
  if (figure.percent && isChange(mine.clause) !== isChange(known.clause)) return false;
  const a = periodOf(told, figure);
  const b = periodOf(sentence, theirs);
  if (a !== null && b !== null && (a.from !== b.from || a.to !== b.to)) return false;
  const shared = [...mine.clause].filter((id) => known.clause.has(id) && notionOf(id).role !== 'qualifier');
  const alien = [...mine.clause].filter((id) => notionOf(id).group !== undefined && !known.clause.has(id));
  return shared.length > 0 && alien.length === 0;
}

/** Tolls and counts of an unfolding event rise from day to day. */
function isLaterCount(article: ArticleView, other: ArticleView, mine: Figure, theirs: Figure): boolean {
  return (
    article.day !== null &&
    other.day !== null &&
    article.day > other.day &&
    mine.dimension === 'people' &&
    mine.value > theirs.value &&
    mine.value < theirs.value * 1.5
  );
}

const SHARED = 1.5;

/** One telling closes what the other keeps open, or has dead where the other has none. */
function poleDifference(told: Proposition, other: ArticleView): Difference | null {
  for (const sentence of other.sentences) {
    if (hasCue(sentence, 'rumour', 'opinion')) continue;
    const opposition = oppositionOf(told, sentence);
    if (opposition === null || isMovement(opposition)) continue;
    if (other.sentences.some((one) => one !== sentence && agreesWith(told, one))) continue;
    const likeness = likenessOf(sentence, told, new Set(opposition.ignored));
    if (likeness.shared < SHARED) continue;
    return {
      sentence,
      why: `Hai bản tin về cùng sự việc nói ngược nhau: "${told.quote}" và "${sentence.quote}".`,
      strength: 0.7,
    };
  }
  return null;
}

/** Rises and falls of different things stand side by side in one story. */
function isMovement({ ignored }: Opposition): boolean {
  return ignored.includes('increase') || ignored.includes('decrease');
}

function signalOf(article: ArticleView, other: ArticleView, told: Proposition, difference: Difference): Signal {
  return {
    kind: 'differs-between-versions',
    quote: told.quote,
    start: told.start,
    end: told.end,
    evidence: { articleId: other.item.id, quote: difference.sentence.quote },
    why: difference.why,
    strength:
      article.foreign && !other.foreign ? difference.strength : Math.round(difference.strength * 0.5 * 1000) / 1000,
  };
}
