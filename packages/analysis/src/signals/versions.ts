import type { Signal } from '@lamro/domain';
import { hasCue, type Proposition } from '../claims/proposition.ts';
import { compareFigures } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import { notionOf, weightOf } from '../lexicon/concepts.ts';
import type { TermHit } from '../lexicon/terms.ts';
import type { ArticleView } from './article.ts';
import type { FigurePair } from './figure.ts';
import { likenessOf } from './likeness.ts';
import type { EarlierArticle } from './old.ts';
import { isAbsent, isDenying, isNegated } from './polarity.ts';
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
    if (article.foreign === other.view.foreign) continue;
    if (!other.sameStory && !tellsSameEvent(article, other.view)) continue;
    for (const told of article.sentences) {
      const difference = differenceIn(article, told, other, confirmed);
      if (difference === null) continue;
      const signal = signalOf(article, other.view, told, difference);
      if ((signals.get(told)?.strength ?? 0) < signal.strength) signals.set(told, signal);
    }
  }
  return [...signals.values()];
}

/** Days within which two tellings that no story joins may still be of one event. */
const NEAR_DAYS = 30;

/** A place below the province, the time, and a matter of weight are one, although no story joins the two texts. */
function tellsSameEvent(article: ArticleView, other: ArticleView): boolean {
  if (article.day === null || other.day === null) return false;
  if (Math.abs(Date.parse(article.day) - Date.parse(other.day)) > NEAR_DAYS * 86_400_000) return false;
  const there = other.placesIn(0, Number.POSITIVE_INFINITY);
  const place = [...article.placesIn(0, Number.POSITIVE_INFINITY)].some((name) => there.has(name));
  const day = daysOf(article).some((one) => daysOf(other).includes(one));
  const matters = mattersOf(other);
  const shared = [...mattersOf(article)].filter((id) => matters.has(id)).length;
  return (place && shared >= 1) || (day && shared >= 2);
}

function daysOf({ sentences }: ArticleView): string[] {
  return sentences.flatMap(({ periods }) => periods.filter(({ kind }) => kind === 'day').map(({ from }) => from));
}

function mattersOf({ sentences }: ArticleView): Set<string> {
  const all = sentences.flatMap(({ notions }) => notions.map(({ id }) => id));
  return new Set(all.filter((id) => weightOf(id) >= 1 && ['topic', 'act'].includes(notionOf(id).role)));
}

/** A telling that quotes the competent body; what nobody answers for contradicts nothing. */
function isOfficial(view: ArticleView): boolean {
  return view.sentences.some((sentence) => hasCue(sentence, 'official-source'));
}

interface Difference {
  readonly sentence: Proposition;
  readonly why: string;
  readonly strength: number;
}

function differenceIn(
  article: ArticleView,
  told: Proposition,
  { view: other, sameStory }: EarlierArticle,
  confirmed: ReadonlySet<Figure>,
): Difference | null {
  if (!sameStory && (hasCue(told, 'official-source') || !isOfficial(other))) return null;
  if (isDenying(told) || hasCue(told, 'opinion')) return null;
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
  return isOfficial(other) ? (casualtyDifference(told, other) ?? poleDifference(told, other)) : null;
}

/** The dead of one telling are the injured, or nobody, in the official one. */
function casualtyDifference(told: Proposition, other: ArticleView): Difference | null {
  const dead = told.notions.find(({ id }) => id === 'death' || id === 'missing');
  if (dead === undefined || isAbsent(told, dead) || isNegated(told, dead)) return null;
  const hits = other.sentences.flatMap((sentence) => sentence.notions.map((hit) => ({ sentence, hit })));
  const said = (ids: readonly string[], absent: boolean): Proposition | undefined =>
    hits.find(({ sentence, hit }) => ids.includes(hit.id) && isAbsent(sentence, hit) === absent)?.sentence;
  if (said([dead.id], false) !== undefined) return null;
  const sentence =
    said(['death', 'injury', dead.id], true) ?? said(['injury', 'hospital'], false) ?? fewerMissing(told, dead, other);
  if (sentence === undefined) return null;
  return {
    sentence,
    why: `Bài nêu "${told.quote.slice(dead.start, dead.end)}", bản tin dẫn cơ quan chức năng không có: "${sentence.quote}".`,
    strength: 0.85,
  };
}

/** More dead than the official telling has missing. */
function fewerMissing(told: Proposition, dead: TermHit, other: ArticleView): Proposition | undefined {
  const counts = (sentence: Proposition): number[] =>
    sentence.figures.filter(({ dimension, share }) => dimension === 'people' && !share).map(({ value }) => value);
  const [count] = counts(told);
  if (dead.id !== 'death' || count === undefined) return undefined;
  return other.sentences.find(
    (sentence) =>
      sentence.notions.some(({ id }) => id === 'missing') &&
      counts(sentence).length > 0 &&
      hasCue(sentence, 'official-source') &&
      Math.min(...counts(sentence)) < count,
  );
}

function figureDifference(
  article: ArticleView,
  told: Proposition,
  figure: Figure,
  other: ArticleView,
): Difference | null {
  const all = other.sentences.flatMap((sentence) => sentence.figures.map((theirs) => ({ sentence, theirs })));
  if (all.some(({ theirs }) => compareFigures(figure, theirs) === 'agrees')) return null;
  const rivals = all.filter(
    ({ sentence, theirs }) =>
      isSameCount(told, figure, sentence, theirs) ||
      (isOnlySum(article, figure) && isOnlySum(other, theirs) && isSameDeal(told, figure, sentence, theirs)),
  );
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

/** The one sum of money that a telling names. */
function isOnlySum({ sentences }: ArticleView, { currency }: Figure): boolean {
  return (
    currency !== null && sentences.flatMap(({ figures }) => figures.filter((one) => one.currency !== null)).length === 1
  );
}

/** Both sums stand in sentences that share what was done or agreed, in one currency. */
function isSameDeal(told: Proposition, figure: Figure, sentence: Proposition, theirs: Figure): boolean {
  if (figure.currency !== theirs.currency || compareFigures(figure, theirs) !== 'differs') return false;
  return likenessOf(sentence, told).shared >= SAME_DEAL;
}

const SAME_DEAL = 2;

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
