import type { Signal } from '@lamro/domain';
import { hasCue, type Proposition } from '../claims/proposition.ts';
import { compareFigures } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import { notionOf, weightOf } from '../lexicon/concepts.ts';
import { hasMark } from '../lexicon/modality.ts';
import type { TermHit } from '../lexicon/terms.ts';
import type { ArticleView } from './article.ts';
import { likenessOf } from './likeness.ts';
import { isAbsent, isDenying, isNegated, polesOf, TRUTH } from './polarity.ts';
import type { RecordView } from './record.ts';
import { retell } from './retelling.ts';
import { isOfAnother, settingGap } from './setting.ts';
import { contextOf, placeGap } from './subject.ts';
import { isValidOn } from './validity.ts';

/**
 * `repeats-clarified-claim`: a sentence tells again what an earlier clarification already called untrue. The clarification
 * must itself be an official record in force on the article's day; one that was withdrawn (`validTo` past) is no evidence.
 */
export function clarificationSignals(article: ArticleView, records: readonly RecordView[]): Signal[] {
  const views = records.filter(({ record }) => record.kind === 'clarification' && isValidOn(record, article.day));
  return views.flatMap((view) => {
    const found = article.sentences.flatMap((told) =>
      citesTheTruth(told, view) ? [] : (repetitionOf(article, told, view) ?? []),
    );
    if (article.sentences.some((told) => reportsTheTruth(told, view))) return [];
    return found;
  });
}

/** On official word the sentence gives a number or day of what the clarification says is so, and that its denied claim does not give. */
export function citesTheTruth(told: Proposition, { sentences }: RecordView): boolean {
  if (!hasCue(told, 'official-source') && !(hasMark(told, 'authority') && hasMark(told, 'says'))) return false;
  const denied = sentences.filter((known) => isDenying(known) || hasCue(known, 'rumour'));
  const affirmed = sentences.filter((known) => !denied.includes(known));
  const figures = told.figures.filter(isParticular);
  const days = told.periods.filter(({ kind }) => kind === 'day');
  const gives = (known: Proposition): boolean =>
    figures.some((mine) => known.figures.some((theirs) => compareFigures(mine, theirs) === 'agrees')) ||
    days.some((mine) => known.periods.some((theirs) => theirs.kind === 'day' && theirs.from === mine.from));
  return affirmed.some(gives) && !denied.some(gives);
}

/** One and two of a thing stand in any sentence. */
function isParticular({ approx, dimension, value, share }: Figure): boolean {
  return approx === 'exact' && dimension !== null && dimension !== 'duration' && !share && value > 2;
}

/** Sentences that give an official denial as it was given: of a clarification, or of what a statement calls not so. */
export function denialsIn(article: ArticleView, records: readonly RecordView[]): Proposition[] {
  const views = records.filter(({ record }) => record.kind !== 'figure' && isValidOn(record, article.day));
  return article.sentences.filter((told) =>
    views.some((view) =>
      view.record.kind === 'clarification' ? reportsTheTruth(told, view) : deniesAlike(article, told, view),
    ),
  );
}

/** Sentence and statement both negate or deny, share a matter of weight, and name no different places. */
function deniesAlike(article: ArticleView, told: Proposition, view: RecordView): boolean {
  if (!hasCue(told, 'negation', 'none', 'denial') || placeGap(article, told, view) === null) return false;
  return view.sentences.some(
    (known) => hasCue(known, 'negation', 'none', 'denial') && likenessOf(known, told).shared >= ALIKE,
  );
}

const ALIKE = 1.5;

/** The article itself denies the claim, or says of the matter's own deed that it did not happen. */
function reportsTheTruth(told: Proposition, view: RecordView): boolean {
  return view.sentences.some(
    (known) =>
      (isDenying(told) && nearby(known, told)) || (isDenying(known) && turnsAround(told, known)) || echoes(told, known),
  );
}

/** Most of its words are the record's own negated sentence, negated here too (one language). */
function echoes(told: Proposition, known: Proposition): boolean {
  const negated = (sentence: Proposition): boolean => hasCue(sentence, 'negation', 'none') && !isDenying(sentence);
  return negated(told) && negated(known) && likenessOf(known, told).words >= ECHO;
}

const ECHO = 0.6;

/** A matter of the denied claim is negated or absent in the sentence, and told plainly in the claim. */
function turnsAround(told: Proposition, known: Proposition): boolean {
  return told.notions.some((hit) => {
    const theirs = known.notions.find(({ id }) => id === hit.id);
    if (theirs === undefined || weightOf(hit.id) < 1 || notionOf(hit.id).role === 'qualifier') return false;
    return turned(told, hit) && !turned(known, theirs);
  });
}

function turned(proposition: Proposition, hit: TermHit): boolean {
  return isNegated(proposition, hit) || isAbsent(proposition, hit);
}

function nearby(known: Proposition, told: Proposition): boolean {
  const likeness = likenessOf(known, told);
  return likeness.shared >= 1 || likeness.words >= 0.4;
}

const SHARED = 1.5;
const COVERED = 0.55;
/** Share of common words (one language) that stands in for a deed which the lexicon does not find in both. */
const WORDS_WITHOUT_DEED = 0.8;
/** Penalty where the sentence names another place than the clarification. */
const OTHER_PLACE = 0.6;

function repetitionOf(article: ArticleView, told: Proposition, view: RecordView): Signal | null {
  if (isDenying(told) || hasCue(told, 'opinion')) return null;
  let best: { known: Proposition; score: number } | null = null;
  for (const known of view.sentences) {
    if (!isDenying(known) && !hasCue(known, 'rumour', 'negation')) continue;
    const score = scoreOf(article, told, known, view) ?? retoldScore(article, told, known, view);
    if (score !== null && (best === null || score > best.score)) best = { known, score };
  }
  if (best === null) return null;
  const { record } = view;
  return {
    kind: 'repeats-clarified-claim',
    quote: told.quote,
    start: told.start,
    end: told.end,
    evidence: { recordId: record.id, quote: best.known.quote },
    why: `Thông tin này đã được ${record.source} làm rõ tại ${record.documentNumber}: "${best.known.quote}"`,
    strength: Math.round(Math.min(1, best.score) * 1000) / 1000,
  };
}

/** Likeness to the clarified claim: its deed or its rarer matter is told, with the same pole and the same figures. */
function scoreOf(article: ArticleView, told: Proposition, known: Proposition, view: RecordView): number | null {
  const likeness = likenessOf(known, told, TRUTH);
  const figure = figureBonus(told, known);
  if (figure === null || takesTheTruth(told, view) || isOfAnother(article, told, known, view)) return null;
  const place = view.places.size > 0 && article.placesIn(told.start, told.end).size > 0 ? 0.4 : 0;
  const gap = settingGap(article, told, view, OTHER_PLACE);
  if (gap === null) return null;
  const shared = likeness.notions + place + figure - gap;
  const coverage = Math.max(likeness.notionCoverage, likeness.words - 0.1);
  if (shared < SHARED || coverage < COVERED) return null;
  if (!sharesDeed(told, known) && likeness.words < WORDS_WITHOUT_DEED) return null;
  return 0.3 + 0.12 * Math.min(3, shared) + 0.35 * coverage;
}

const RETOLD = 2;

/** The matter, the place or a name of the denied claim told plainly, in words that the lexicon does not know. */
function retoldScore(article: ArticleView, told: Proposition, known: Proposition, view: RecordView): number | null {
  const retelling = isDenying(known) ? retell(article, told, known, view) : null;
  return retelling === null || retelling.ties < RETOLD ? null : Math.min(0.85, 0.5 + 0.1 * retelling.ties);
}

/** What the clarified claim says was done must be told too, as far as the lexicon knows it. */
function sharesDeed(told: Proposition, known: Proposition): boolean {
  const deeds = known.notions.filter(({ id }) => ['act', 'polar'].includes(notionOf(id).role) && !TRUTH.has(id));
  return deeds.length === 0 || deeds.some(({ id }) => told.notions.some((one) => one.id === id));
}

/** Null when both carry a comparable figure and it is another one. */
function figureBonus(told: Proposition, known: Proposition): number | null {
  let bonus = 0;
  let differs = false;
  for (const mine of told.figures) {
    for (const theirs of known.figures) {
      const compared = compareFigures(mine, theirs);
      if (compared === 'agrees') bonus = 0.8;
      if (compared === 'differs' && sharesClause(told, mine, known, theirs)) differs = true;
    }
  }
  return bonus === 0 && differs ? null : bonus;
}

function sharesClause(
  told: Proposition,
  mine: Proposition['figures'][number],
  known: Proposition,
  theirs: Proposition['figures'][number],
): boolean {
  const here = contextOf(told, mine).clause;
  return [...contextOf(known, theirs).clause].some((id) => here.has(id));
}

/** The sentence says what the clarification itself says ("không có việc ..."). */
function takesTheTruth(told: Proposition, view: RecordView): boolean {
  const mine = polesOf(told);
  return view.sentences.some((known) => {
    const theirs = polesOf(known);
    const negated = [...theirs].filter(([, state]) => state === 'negated');
    return negated.length > 0 && negated.every(([id]) => mine.get(id) === 'negated');
  });
}
