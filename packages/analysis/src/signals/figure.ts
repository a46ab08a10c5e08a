import type { Signal } from '@lamro/domain';
import { hasCue, type Proposition } from '../claims/proposition.ts';
import { type Agreement, compareFigures } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import { hasMark } from '../lexicon/modality.ts';
import type { ArticleView } from './article.ts';
import { changeBy } from './change.ts';
import { lacksIndicator, namesIndicator, sharesAbbreviation } from './indicator.ts';
import { isOfNamedPart, tellsWholeOfPart } from './part.ts';
import { isRate } from './rate.ts';
import type { OfficialFigure, RecordView } from './record.ts';
import { isRestOf } from './rest.ts';
import { clauseAround, contextOf, directionOf, isChange, periodOf, placeGap, subjectMatch } from './subject.ts';
import { tellsDeadOfEvent } from './toll.ts';
import { fitPeriods, hasBegunBy, isExpiredOn, isRecent, isValidOn, type PeriodFit } from './validity.ts';

/** A figure of the article set against one official figure. */
export interface FigurePair {
  readonly proposition: Proposition;
  readonly figure: Figure;
  readonly view: RecordView;
  readonly official: OfficialFigure;
  readonly match: number;
  readonly agrees: boolean;
  /** The record was no longer official on the article's day. */
  readonly expired: boolean;
  readonly samePeriod: boolean;
  /** The sentence names the place of a part that the record counts apart. */
  readonly ofNamedPart: boolean;
}

/** Least likeness of subject at which two figures are compared, one scale for all languages. */
const MATCH = 0.5;
/** The same for figures that a record mentions beside its main value. */
const MATCH_ASIDE = 0.75;
const MATCH_ASIDE_UNDATED = 0.9;
/** What is asked less of a figure that has the official digits: they seldom meet by chance. */
const AGREED = 0.15;
/** The same, where three digits agree and only the direction does not. */
const TURNED = 0.4;
/** Of two records the one whose main value it is comes first. */
const MAIN_FIRST = 0.15;
/** What a claim loses that names no period where the record does. */
const UNDATED = 0.08;
const PLACE_BONUS = 0.15;

/** All pairs of figures that speak of one thing, best match first. */
export function pairFigures(article: ArticleView, records: readonly RecordView[]): FigurePair[] {
  const pairs: FigurePair[] = [];
  let before = new Set<string>();
  for (const proposition of article.sentences) {
    for (const figure of proposition.figures) {
      for (const view of records) {
        const gap = placeGap(article, proposition, view, figure.start);
        for (const official of view.figures) {
          const ofNamedPart = gap === null && view.places.size === 0 && isOfNamedPart(article, proposition, official);
          if (gap === null && !ofNamedPart) continue;
          const pair = pairUp(article, { proposition, figure, before, gap: gap ?? 0 }, view, official);
          if (pair !== null) pairs.push({ ...pair, ofNamedPart });
        }
        if (gap === null) continue;
        for (const official of view.noneDied) {
          const pair = pairDead(article, { proposition, figure, before, gap }, view, official);
          if (pair !== null) pairs.push(pair);
        }
      }
    }
    before = new Set([...(proposition.headline ? [] : before), ...proposition.notions.map(({ id }) => id)].slice(-24));
  }
  const rank = ({ match, official }: FigurePair): number => match + (official.main ? MAIN_FIRST : 0);
  return pairs.sort((a, b) => rank(b) - rank(a));
}

function pairUp(
  article: ArticleView,
  claim: { proposition: Proposition; figure: Figure; before: ReadonlySet<string>; gap: number },
  view: RecordView,
  official: OfficialFigure,
): FigurePair | null {
  const { proposition, figure } = claim;
  if (figure.worded && figure.value <= 1) return null;
  const compared = isRestOf(proposition, figure, official, view)
    ? 'agrees'
    : countPatients(proposition, figure, official);
  if (compared === 'incomparable') return null;
  if (figure.dimension === 'duration' || figure.dimension === 'ratio') return null;
  if (isRate(proposition, figure) !== isRate(official.sentence, official.figure)) return null;
  const told = periodOf(proposition, figure);
  const period = fitPeriods(told, view, article.day);
  const match =
    Math.max(
      subjectMatch(claim, official),
      matchOfWords(article, claim, view, official, period),
      matchOfChange(claim, view, official),
    ) +
    placeBonus(article, proposition, view) -
    (told === null && view.span !== null ? UNDATED : 0) -
    (official.main || compared === 'agrees' ? 0 : claim.gap);
  const least =
    (official.main ? MATCH : period === 'same' ? MATCH_ASIDE : MATCH_ASIDE_UNDATED) -
    (isPinnedDown(article, claim, view, official, period) ? PINNED_DOWN : 0);
  if (compared === 'differs' && official.main && lacksIndicator(view.indicatorWords, article, proposition)) return null;
  const telling = compared === 'agrees' || isSlipped(figure, official.figure);
  const turned = compared === 'agrees' && !sameDirection(proposition, figure, official) && digitsOf(figure.value) > 2;
  if (match < least - (turned ? TURNED : telling ? AGREED : 0)) return null;
  if (!hasBegunBy(view, article.day)) return null;
  const expired = isExpiredOn(view.record, article.day);
  if (!expired && !isValidOn(view.record, article.day)) return null;
  if (compared === 'differs' && (period === 'other' || (figure.share && !isGrosslyOff(figure, official.figure))))
    return null;
  if (compared === 'differs' && isOfPart(proposition, figure, official)) return null;
  if (compared === 'differs' && isChangeAgainstLevel(proposition, figure, official)) return null;
  if (compared === 'differs' && told === null && !isRecent(view, article.day)) return null;
  const agrees = compared === 'agrees' && sameDirection(proposition, figure, official);
  return {
    proposition,
    figure,
    view,
    official,
    match: period === 'same' ? match + 0.2 : match,
    agrees,
    expired,
    samePeriod: period === 'same',
    ofNamedPart: false,
  };
}

/** Certainty of the subject where the record says that nobody died. */
const TOLL = 0.85;

/** Dead of an event that had none. */
function pairDead(
  article: ArticleView,
  claim: { proposition: Proposition; figure: Figure; before: ReadonlySet<string>; gap: number },
  view: RecordView,
  official: OfficialFigure,
): FigurePair | null {
  if (!tellsDeadOfEvent(article, claim, view, claim.gap) || !isValidOn(view.record, article.day)) return null;
  const { proposition, figure } = claim;
  return {
    proposition,
    figure,
    view,
    official,
    match: TOLL,
    agrees: false,
    expired: false,
    samePeriod: false,
    ofNamedPart: false,
  };
}

/** The sick, the hurt and the dead are counted as cases by one, as people by the other. */
const STRICKEN = ['death', 'injury', 'disease', 'fall-ill', 'emergency-care', 'food-poisoning'];

export function countPatients(proposition: Proposition, figure: Figure, official: OfficialFigure): Agreement {
  const compared = compareFigures(figure, official.figure);
  const units = [figure.dimension, official.figure.dimension];
  if (compared !== 'incomparable' || !units.includes('case') || !units.includes('people')) return compared;
  const told = contextOf(proposition, figure).sentence;
  const known = contextOf(official.sentence, official.figure).clause;
  if (!STRICKEN.some((id) => told.has(id) && (known.has(id) || official.indicator.has(id)))) return compared;
  return compareFigures({ ...figure, dimension: official.figure.dimension }, official.figure);
}

/** A fraction is rough, but a third is no fifth, nor is it what four fifths leave over. */
function isGrosslyOff(figure: Figure, official: Figure): boolean {
  return [official.value, 100 - official.value].every((known) => !isRoughly(figure, known));
}

/** Whether a fraction may be meant for a share in per cent. */
export function isRoughly({ value }: Figure, known: number): boolean {
  return Math.abs(value - known) <= SHARE_SLACK * Math.max(value, known);
}

const SHARE_SLACK = 0.25;

/** "October alone", "riêng địa bàn ... cũ": less than the whole is no contradiction of it. */
export function isOfPart(
  proposition: Proposition,
  figure: Figure,
  { sentence, figure: known }: OfficialFigure,
): boolean {
  return figure.value < known.value && hasMark(proposition, 'alone') && !hasMark(sentence, 'alone');
}

/** Fifteen fires more are no count of fires. */
function isChangeAgainstLevel(proposition: Proposition, figure: Figure, official: OfficialFigure): boolean {
  if (figure.percent) return false;
  return (changeBy(proposition, figure) === null) !== (changeBy(official.sentence, official.figure) === null);
}

/** What something changed by has the subject of what it now is: "đạt 142 vụ, tăng 15 vụ". */
function matchOfChange(
  claim: { proposition: Proposition; figure: Figure; before: ReadonlySet<string> },
  view: RecordView,
  official: OfficialFigure,
): number {
  const level = view.figures.find(({ main }) => main);
  if (level === undefined || level === official) return 0;
  const { proposition, figure } = claim;
  if (changeBy(proposition, figure) === null || changeBy(official.sentence, official.figure) === null) return 0;
  const own = official.figure.percent
    ? isNextTo(level, official) || isOfUnit(level, official)
    : official.figure.dimension === level.figure.dimension && official.figure.unit === level.figure.unit;
  return own ? subjectMatch({ ...claim, figure: { ...figure, percent: false } }, level) : 0;
}

/** "3.870 ca mắc …; giảm 31% số ca". */
function isOfUnit(level: OfficialFigure, { sentence, figure }: OfficialFigure): boolean {
  const unit = /[\d.,]\s*(\p{L}+)/u.exec(level.figure.quote)?.[1] ?? '';
  const rest = sentence.quote.slice(figure.end, clauseAround(sentence, figure).end);
  return unit !== '' && ` ${rest} `.includes(` ${unit} `);
}

/** No other count stands between a level and its change in per cent. */
function isNextTo(level: OfficialFigure, change: OfficialFigure): boolean {
  if (level.sentence !== change.sentence) return false;
  return !level.sentence.figures.some(
    ({ start, dimension }) =>
      start > level.figure.start && start < change.figure.start && dimension !== 'duration' && dimension !== null,
  );
}

/** Match of a figure whose matter the lexicon does not know, but which is named by the record's own words or abbreviation. */
const BY_WORDS = 0.75;

function matchOfWords(
  article: ArticleView,
  { proposition, figure }: { proposition: Proposition; figure: Figure },
  view: RecordView,
  official: OfficialFigure,
  period: PeriodFit,
): number {
  if (!official.main || period === 'other') return 0;
  const alike = figure.dimension === official.figure.dimension || figure.dimension === null;
  if (!alike || figure.percent !== official.figure.percent) return 0;
  if (namesIndicator(view.indicatorWords, article, proposition)) return BY_WORDS;
  const alone = proposition.figures.filter(({ dimension }) => dimension === figure.dimension).length === 1;
  return alone && period === 'same' && sharesAbbreviation(proposition, official.sentence) ? BY_WORDS : 0;
}

/** What is asked less of the subject where place, period and a unit of money or measure are all the record's own. */
const PINNED_DOWN = 0.2;
const MEASURES = new Set(['currency', 'area', 'mass', 'length', 'volume', 'energy', 'power']);

function isPinnedDown(
  article: ArticleView,
  { proposition, figure }: { proposition: Proposition; figure: Figure },
  view: RecordView,
  official: OfficialFigure,
  period: PeriodFit,
): boolean {
  if (!official.main || period !== 'same' || !MEASURES.has(figure.dimension ?? '')) return false;
  if (figure.dimension !== official.figure.dimension) return false;
  return [...article.placesIn(proposition.start, proposition.end)].some((name) => view.places.has(name));
}

/** Significant digits of a number. */
function digitsOf(value: number): number {
  return value
    .toPrecision(6)
    .replaceAll(/[.]|^0+|e.*$/g, '')
    .replace(/0+$/, '').length;
}

/** The official digits with the point at another place: 523 for 52,3, 126 million for 1,26 billion. */
function isSlipped(figure: Figure, official: Figure): boolean {
  return digitsOf(figure.value) >= 2 && isOfOtherMagnitude(figure, official);
}

/** One number beside ten, a hundred … times it: 7.000 beside 700. */
export function isOfOtherMagnitude(figure: Figure, other: Figure): boolean {
  const power = Math.log10(figure.value / other.value);
  return Math.abs(power) >= 0.9 && Math.abs(power - Math.round(power)) < 1e-6;
}

/** A record of the very place that the sentence or the headline names counts more than one of the whole province. */
function placeBonus(article: ArticleView, proposition: Proposition, view: RecordView): number {
  const here = article.placesIn(proposition.start, proposition.end);
  const named = here.size > 0 ? here : article.placesIn(0, article.item.title.length);
  if (named.size === 0) return 0;
  return [...named].some((code) => view.places.has(code)) ? PLACE_BONUS : view.places.size === 0 ? -PLACE_BONUS : 0;
}

/** Seven per cent up is not seven per cent down, nor are nine more nine fewer. */
function sameDirection(proposition: Proposition, figure: Figure, official: OfficialFigure): boolean {
  const [mine, theirs] = [changeBy(proposition, figure), changeBy(official.sentence, official.figure)];
  if (mine !== null && theirs !== null) return mine === theirs;
  if (!figure.percent) return true;
  const told = contextOf(proposition, figure).clause;
  const known = new Set([...contextOf(official.sentence, official.figure).clause, ...official.indicator]);
  if (!isChange(told) || !isChange(known)) return true;
  const a = directionOf(told);
  const b = directionOf(known) * (official.figure.value < 0 ? -1 : 1);
  return a === 0 || b === 0 || a === b;
}

/**
 * `contradicts-figure`: a figure of the article differs from the official one of the same thing, place and period that was
 * in force on the article's day. A figure that agrees with any record, or a record that the article tells right elsewhere,
 * raises nothing.
 */
export function figureSignals(pairs: readonly FigurePair[]): Signal[] {
  const signals: Signal[] = [];
  const done = new Set<Figure>();
  // "Over a hundred million" in a title does not make the wrong figure below it right.
  const rightlyTold = new Set(
    pairs.filter(({ agrees, figure }) => agrees && figure.approx !== 'vague').map(({ official }) => official),
  );
  for (const pair of pairs) {
    if (pair.agrees || (pair.expired && !pair.samePeriod) || done.has(pair.figure) || rightlyTold.has(pair.official))
      continue;
    if (pairs.some((other) => other.figure === pair.figure && other.agrees && other.match >= pair.match - 0.25))
      continue;
    if (
      (pair.official.figure.value !== 0 && standsInRecord(pair)) ||
      isSuperseded(pair, pairs) ||
      isReportedAsFalse(pair.proposition)
    )
      continue;
    done.add(pair.figure);
    signals.push(signalOf(pair));
  }
  return signals;
}

/** The record gives this very number for a part, the whole or a stage of the matter, in whatever unit. */
export function standsInRecord(pair: FigurePair): boolean {
  const { figure, view } = pair;
  return view.figures.some(
    (official) =>
      isSameNumber(figure, official.figure) &&
      !(official === pair.official && isTurnedAround(pair)) &&
      !tellsWholeOfPart(pair, official),
  );
}

/** The number is right and its direction is not: up for down. */
function isTurnedAround({ figure, official, agrees }: FigurePair): boolean {
  return !agrees && compareFigures(figure, official.figure) === 'agrees';
}

function isSameNumber(figure: Figure, other: Figure): boolean {
  return (
    compareFigures(figure, other) === 'agrees' ||
    (figure.value >= 10 && Math.abs(figure.value - other.value) <= Math.abs(other.value) * 0.006)
  );
}

/** Without a period of its own a claim is held against the newest record of the matter only. */
function isSuperseded(pair: FigurePair, pairs: readonly FigurePair[]): boolean {
  const end = pair.view.span?.to;
  if (pair.samePeriod || end === undefined) return false;
  return pairs.some(
    (other) =>
      other.figure === pair.figure &&
      !other.expired &&
      (other.samePeriod || (other.view.span?.to ?? '') > end) &&
      other.match >= pair.match - 0.25,
  );
}

/** The article itself calls the figure a rumour that was denied. */
export function isReportedAsFalse(proposition: Proposition): boolean {
  return hasCue(proposition, 'denial');
}

function signalOf(pair: FigurePair): Signal {
  const { proposition, figure, view, official } = pair;
  const { documentNumber, source } = view.record;
  return {
    kind: 'contradicts-figure',
    quote: proposition.quote,
    start: proposition.start,
    end: proposition.end,
    evidence: { recordId: view.record.id, quote: official.sentence.quote },
    why: `Bài nêu "${figure.quote}"${isTurnedAround(pair) ? ' theo hướng ngược lại' : ''}, trong khi số liệu chính thức là "${official.figure.quote}" (${source}, ${documentNumber}${view.record.period ? `, kỳ ${view.record.period}` : ''}).`,
    strength: strengthOf(pair),
  };
}

/** Certainty of the subject, raised by a gross difference and by a stated period, lowered by a hedge. */
function strengthOf({ figure, official, match, samePeriod }: FigurePair): number {
  const gap = Math.abs(figure.value - official.figure.value) / Math.max(Math.abs(official.figure.value), 1e-9);
  const gross = Math.min(1, gap / 0.3);
  const hedge = figure.approx === 'about' || figure.approx === 'vague' ? 0.1 : 0;
  const strength = 0.35 + 0.4 * Math.min(1, match) + 0.15 * gross + (samePeriod ? 0.1 : 0) - hedge;
  return Math.round(Math.max(0, Math.min(1, strength)) * 1000) / 1000;
}
