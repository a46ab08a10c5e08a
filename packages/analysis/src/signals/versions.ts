import type { Signal } from '@lamro/domain';
import { hasCue, type Proposition } from '../claims/proposition.ts';
import { compareFigures } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import { notionOf } from '../lexicon/concepts.ts';
import type { ArticleView } from './article.ts';
import { casualtyDifference } from './casualties.ts';
import { tellsOtherCause } from './cause.ts';
import type { FigurePair } from './figure.ts';
import { likenessOf } from './likeness.ts';
import type { EarlierArticle } from './old.ts';
import { isDenying } from './polarity.ts';
import { agreesWith, type Opposition, oppositionOf } from './statement.ts';
import { contextOf, isChange, notionsOfUnit, periodOf } from './subject.ts';
import { isOfficial, tellsSameEvent } from './telling.ts';

/**
 * `differs-between-versions`: this telling of a story and an earlier one, which quotes the competent body, disagree in a
 * number, a pole, the harm done or the cause. Sentences that a record confirms are not in question; neither is an earlier
 * telling that itself goes against a record, nor a count that grows with the days (the later article may simply know more).
 */
export function versionSignals(
  article: ArticleView,
  earlier: readonly EarlierArticle[],
  pairs: readonly FigurePair[],
  { confirmed, isRefuted }: TellingChecks,
): Signal[] {
  const right = new Set(pairs.filter(({ agrees }) => agrees).map(({ figure }) => figure));
  const signals = new Map<Proposition, Signal>();
  for (const other of earlier) {
    if (!other.sameStory && !tellsSameEvent(article, other.view)) continue;
    for (const told of article.sentences) {
      const difference = differenceIn(article, told, other, { right, confirmed });
      if (difference === null || isRefuted(other.view)) continue;
      const signal = signalOf(other.view, told, difference);
      if ((signals.get(told)?.strength ?? 0) < signal.strength) signals.set(told, signal);
    }
  }
  return [...signals.values()];
}

/** What the records say of the tellings. */
export interface TellingChecks {
  /** Sentences of the article that a record bears out. */
  readonly confirmed: readonly Proposition[];
  /** Whether an earlier telling goes against a record. */
  readonly isRefuted: (view: ArticleView) => boolean;
}

/** What of an earlier telling a sentence cannot stand beside. */
export interface Difference {
  readonly sentence: Proposition;
  readonly why: string;
  readonly strength: number;
}

function differenceIn(
  article: ArticleView,
  told: Proposition,
  { view: other, sameStory }: EarlierArticle,
  { right, confirmed }: { readonly right: ReadonlySet<Figure>; readonly confirmed: readonly Proposition[] },
): Difference | null {
  if (!isOfficial(other) && (!sameStory || article.foreign === other.foreign)) return null;
  if (isDenying(told) || hasCue(told, 'opinion')) return null;
  for (const figure of told.figures) {
    if (
      right.has(figure) ||
      figure.dimension === null ||
      figure.dimension === 'duration' ||
      figure.approx === 'vague' ||
      (figure.worded && figure.value <= 1)
    )
      continue;
    const difference = figureDifference(article, told, figure, other);
    if (difference !== null) return difference;
  }
  if (!isOfficial(other) || confirmed.includes(told)) return null;
  return casualtyDifference(told, other) ?? poleDifference(article, told, other) ?? causeDifference(told, other);
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
  // A home outlet may have counted for itself; against it only the word of the competent body holds.
  const abroad = article.foreign && !other.foreign;
  const onWord = hasCue(told, 'official-source');
  if (!abroad && !hasCue(rival.sentence, 'official-source')) return null;
  if (!abroad && onWord && !isMisheard(article, told, figure, other, rival)) return null;
  if (
    article.sentences.some((sentence) =>
      sentence.figures.some(
        (mine) => isSameNumber(mine, rival.theirs) || compareFigures(mine, rival.theirs) === 'agrees',
      ),
    )
  )
    return null;
  return {
    sentence: rival.sentence,
    why: `Bài nêu "${figure.quote}", bản tin ${other.foreign ? 'nước ngoài' : 'trong nước'} cùng sự việc nêu "${rival.theirs.quote}".`,
    strength: rivals.length === 1 && !onWord ? 0.85 : 0.7,
  };
}

/** Likeness from which two sentences give one announcement. */
const SAME_ANNOUNCEMENT = 2;
const DAYS_OF_NEWS = 7;
const OTHER_SIZE = 1.4;

/** Both tellings give the word of a competent body on one matter within days, and their numbers lie far apart: one misheard it. */
function isMisheard(
  article: ArticleView,
  told: Proposition,
  figure: Figure,
  other: ArticleView,
  { sentence, theirs }: { readonly sentence: Proposition; readonly theirs: Figure },
): boolean {
  const ratio = Math.max(figure.value, theirs.value) / Math.max(1e-9, Math.min(figure.value, theirs.value));
  const { shared } = likenessOf(sentence, told);
  return daysApart(article, other) <= DAYS_OF_NEWS && ratio >= OTHER_SIZE && shared >= SAME_ANNOUNCEMENT;
}

/** "12 phương tiện" of one telling are the twelve boats of the other; 210 metres are no houses. */
function isSameNumber(mine: Figure, theirs: Figure): boolean {
  return mine.value === theirs.value && !MEASURED.has(mine.dimension ?? '');
}

const MEASURED = new Set(['length', 'mass', 'area', 'volume', 'currency', 'percent', 'duration', 'energy', 'power']);

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
  // That both count schools does not yet make them the same schools.
  const counted = notionsOfUnit(figure.unit);
  const shared = [...mine.clause].filter(
    (id) => known.clause.has(id) && notionOf(id).role !== 'qualifier' && !counted.includes(id),
  );
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
/** Days between two tellings after which what was closed may have been opened, what was planned may have been dropped. */
const DAYS_OF_A_STATE = 4;

/** One telling closes what the other keeps open, or has dead where the other has none. */
function poleDifference(article: ArticleView, told: Proposition, other: ArticleView): Difference | null {
  const abroad = article.foreign && !other.foreign;
  if (!tellsPlainly(told) || (!abroad && daysApart(article, other) > DAYS_OF_A_STATE)) return null;
  for (const sentence of other.sentences) {
    if (hasCue(sentence, 'rumour', 'opinion')) continue;
    const opposition = oppositionOf(told, sentence);
    if (opposition === null || isMovement(opposition) || isDenialOf(told, sentence, opposition)) continue;
    if (article.sentences.some((one) => one !== told && deniesOnWord(one, opposition.deed))) continue;
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

function tellsPlainly(told: Proposition): boolean {
  return !hasCue(told, 'rumour', 'vague-source') && !/[?？]\s*$/u.test(told.quote);
}

/** Two denials in other words, or the word of a competent body against what nobody answers for. */
function isDenialOf(told: Proposition, known: Proposition, { denied }: Opposition): boolean {
  if (!hasCue(told, 'negation', 'none')) return false;
  return denied || hasCue(told, 'official-source') || !hasCue(known, 'official-source');
}

/** The article itself brings the denial of the competent body. */
function deniesOnWord(sentence: Proposition, deed: string): boolean {
  return (
    hasCue(sentence, 'official-source') &&
    hasCue(sentence, 'negation', 'none', 'denial') &&
    sentence.notions.some(({ id }) => id === deed)
  );
}

function daysApart(article: ArticleView, other: ArticleView): number {
  return Math.abs(Date.parse(article.day ?? '') - Date.parse(other.day ?? '')) / 86_400_000;
}

/** Rises and falls of different things stand side by side in one story. */
function isMovement({ ignored }: Opposition): boolean {
  return ignored.includes('increase') || ignored.includes('decrease');
}

/** The two give causes of one event that leave each other no room. */
function causeDifference(told: Proposition, other: ArticleView): Difference | null {
  const sentence = other.sentences.find((known) => tellsOtherCause(told, known));
  if (sentence === undefined) return null;
  return {
    sentence,
    why: `Hai bản tin về cùng sự việc nêu nguyên nhân khác nhau: "${told.quote}" và "${sentence.quote}".`,
    strength: 0.8,
  };
}

function signalOf(other: ArticleView, told: Proposition, { sentence, why, strength }: Difference): Signal {
  return {
    kind: 'differs-between-versions',
    quote: told.quote,
    start: told.start,
    end: told.end,
    evidence: { articleId: other.item.id, quote: sentence.quote },
    why,
    strength,
  };
}
