import { hasCue, type Proposition } from '../claims/proposition.ts';
import { compareFigures } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import { SETTING, weightOf } from '../lexicon/concepts.ts';
import { hasMark } from '../lexicon/modality.ts';
import type { ArticleView } from '../signals/article.ts';
import { countPatients, type FigurePair } from '../signals/figure.ts';
import { namesIndicator } from '../signals/indicator.ts';
import { likenessOf } from '../signals/likeness.ts';
import { TRUTH } from '../signals/polarity.ts';
import { isRate } from '../signals/rate.ts';
import type { OfficialFigure, RecordView } from '../signals/record.ts';
import { isRestOf, tellsRest } from '../signals/rest.ts';
import { clauseAround, contextOf, isChange, periodOf, placeGap, subjectMatch } from '../signals/subject.ts';
import { fitPeriods, hasBegunBy, isExpiredOn } from '../signals/validity.ts';
import { compareFields, fieldsOf, fieldsWithin } from './fields.ts';
import { derivedShares } from './shares.ts';
import { compareStands, standsOf } from './states.ts';
import { isMatter, type Word, weigh, wordsOf } from './words.ts';

/** A figure of an article beside an official one of another value. */
export interface FigurePairing {
  readonly article: ArticleView;
  readonly told: Proposition;
  readonly figure: Figure;
  /** Notions of the sentences before. */
  readonly before: ReadonlySet<string>;
  readonly view: RecordView;
  readonly official: OfficialFigure;
  /** Whether the figure agrees with some other official figure, and the official one with some other figure of the article. */
  readonly fitsOther: boolean;
  readonly toldElsewhere: boolean;
  /** How well the rules hold the two to be of one subject; 0 where one of them forbids it. */
  readonly match: number;
}

function isCounted({ worded, value, dimension, share }: Figure): boolean {
  return share || (!(worded && value <= 1) && dimension !== 'duration' && dimension !== 'ratio');
}

/** Sentences before a figure whose notions may still be its subject. */
const REMEMBERED = 24;

/** Figures of an article that differ from official ones of the same unit in records that were known on its day. */
export function figurePairingsOf(
  article: ArticleView,
  records: readonly RecordView[],
  pairs: readonly FigurePair[],
): FigurePairing[] {
  const known = records.filter(
    (view) => hasBegunBy(view, article.day) && (view.record.validFrom ?? '') <= (article.day ?? '9999'),
  );
  const officials = known.flatMap((view) =>
    [...view.figures, ...derivedShares(view)].map((official) => ({ view, official })),
  );
  const inForce = officials.filter(({ view }) => !isExpiredOn(view.record, article.day));
  const all = article.sentences.flatMap(({ figures }) => figures);
  const agrees = (a: Figure, b: Figure): boolean =>
    compareFigures(a, b) === 'agrees' && a.approx !== 'vague' && !a.share;
  let before: string[] = [];
  return article.sentences.flatMap((told) => {
    const remembered = new Set(before);
    before = [...(told.headline ? [] : before), ...told.notions.map(({ id }) => id)].slice(-REMEMBERED);
    return told.figures.filter(isCounted).flatMap((figure) => {
      const fits = inForce.filter(({ official }) => countPatients(told, figure, official) === 'agrees');
      return officials
        .filter(
          ({ view, official }) =>
            countPatients(told, figure, official) === 'differs' &&
            !isRestOf(told, figure, official, view) &&
            isRate(told, figure) === isRate(official.sentence, official.figure),
        )
        .map(({ view, official }) => ({
          article,
          told,
          figure,
          before: remembered,
          view,
          official,
          fitsOther: fits.length > 0,
          toldElsewhere: all.some((other) => agrees(other, official.figure)),
          match: pairs.find((pair) => pair.figure === figure && pair.official === official)?.match ?? 0,
        }))
        .filter(meet);
    });
  });
}

/** Share of the official sentence's matter below which nothing is told of it. */
const LEAST_TOLD = 0.15;

/** Whether anything but the unit joins the two figures. */
function meet({ article, told, figure, before, view, official, match }: FigurePairing): boolean {
  if (match > 0 || subjectMatch({ proposition: told, figure, before }, official) > 0) return true;
  const [, , share = 0] = wordsBetween(article, told, figure, view, official);
  return share >= LEAST_TOLD || namesIndicator(view.indicatorWords, article, told);
}

export const FIGURE_FEATURES = [
  // How far both figures are of one subject.
  'match',
  'matchByRules',
  'clauseShared',
  'clauseCoverage',
  'sentenceCoverage',
  'titleCoverage',
  'indicatorCoverage',
  'recordInArticle',
  'likeness',
  'coverage',
  'names',
  'words',
  'wordsOfTold',
  'wordsOfKnown',
  'indicatorNamed',
  'foreignInClause',
  'foreignInSentence',
  // Place and time.
  'placeGap',
  'placeless',
  'placeInArticle',
  'samePeriod',
  'otherPeriod',
  'periodNamed',
  'expired',
  'future',
  // The two numbers, and the others beside them.
  'ratio',
  'slipped',
  'main',
  'small',
  'hedged',
  'sameUnit',
  'fitsOther',
  'toldElsewhere',
  'figuresInArticle',
  'rivalsInRecord',
  'rivalsInSentence',
  'changeInOne',
  'headline',
  'denied',
  // Narrow subjects of the clause, of the sentence and of the record, and the states in which they say the matter to be.
  'fieldsOfClause',
  'fieldsOfClauseShare',
  'fieldsOfKnownShare',
  'fieldsOfSentenceShare',
  'fieldsInTitle',
  'fieldsInArticle',
  'agreeing',
  'clashing',
  // Shares: how far from the official one, and from what that leaves over.
  'share',
  'shareGap',
  'gapToRest',
  'restTold',
  'restKnown',
  'expectedGap',
] as const;

/** Describes a pairing of figures by {@link FIGURE_FEATURES}, in their order. Pure; some tens of microseconds. */
export function describeFigures(pairing: FigurePairing): number[] {
  return [
    ...subjectOf(pairing),
    ...placeAndTimeOf(pairing),
    ...numbersOf(pairing),
    ...fieldsOfFigures(pairing),
    ...sharesOf(pairing),
  ];
}

const LEAST = 0.5;

function weighNotions(ids: Iterable<string>): number {
  let sum = 0;
  for (const id of ids) sum += weightOf(id) * (SETTING.has(id) ? 0.6 : 1);
  return sum;
}

function coverageOf(key: ReadonlySet<string>, found: ReadonlySet<string>): number {
  return weighNotions([...key].filter((id) => found.has(id))) / Math.max(LEAST, weighNotions(key));
}

function subjectOf({ article, told, figure, before, view, official, match }: FigurePairing): number[] {
  const mine = contextOf(told, figure);
  const theirs = contextOf(official.sentence, official.figure);
  const key = new Set([...official.indicator, ...(theirs.clause.size > 0 ? theirs.clause : theirs.sentence)]);
  const title = new Set(article.sentences.flatMap((one) => (one.headline ? one.notions.map(({ id }) => id) : [])));
  const whole = new Set(article.sentences.flatMap(({ notions }) => notions.map(({ id }) => id)));
  const likeness = likenessOf(official.sentence, told, TRUTH);
  return [
    subjectMatch({ proposition: told, figure, before }, official),
    match,
    weighNotions([...mine.clause].filter((id) => key.has(id))),
    coverageOf(key, mine.clause),
    coverageOf(key, mine.sentence),
    coverageOf(key, title),
    official.indicator.size === 0 ? 0.5 : coverageOf(official.indicator, mine.sentence),
    coverageOf(view.notions, whole),
    likeness.shared,
    likeness.coverage,
    likeness.shared - likeness.notions,
    ...wordsBetween(article, told, figure, view, official),
    namesIndicator(view.indicatorWords, article, told) ? 1 : 0,
    weighNotions([...mine.clause].filter((id) => !key.has(id) && !theirs.sentence.has(id))),
    weighNotions([...mine.sentence].filter((id) => !view.notions.has(id))),
  ];
}

/** Weight of the words that clause and official sentence share, and its share of either. */
function wordsBetween(
  article: ArticleView,
  told: Proposition,
  figure: Figure,
  view: RecordView,
  official: OfficialFigure,
): number[] {
  const alike = told.language === official.sentence.language;
  const compare = ({ key }: Word): boolean => alike || !key.startsWith('w:');
  const { start, end } = clauseAround(told, figure);
  const mine = [...wordsOf(told, article.placesIn(told.start, told.end)).values()].filter(
    (word) => isMatter(word) && compare(word) && word.start < end && word.end > start,
  );
  const theirs = wordsOf(official.sentence, view.places);
  const known = [...theirs.values()].filter((word) => isMatter(word) && compare(word));
  const shared = weigh(mine.filter(({ key }) => theirs.has(key)));
  return [shared, shared / Math.max(LEAST, weigh(mine)), shared / Math.max(LEAST, weigh(known))];
}

function placeAndTimeOf({ article, told, figure, view }: FigurePairing): number[] {
  const gap = placeGap(article, told, view, figure.start);
  const period = periodOf(told, figure);
  const fit = fitPeriods(period, view, article.day);
  const anywhere = article.placesIn(0, Number.POSITIVE_INFINITY);
  return [
    gap ?? 1,
    gap === null ? 1 : 0,
    [...anywhere].some((name) => view.places.has(name)) ? 1 : 0,
    fit === 'same' ? 1 : 0,
    fit === 'other' ? 1 : 0,
    period === null ? 0 : 1,
    isExpiredOn(view.record, article.day) ? 1 : 0,
    hasMark(told, 'future') ? 1 : 0,
  ];
}

function numbersOf({ article, told, figure, view, official, fitsOther, toldElsewhere }: FigurePairing): number[] {
  const ratio = Math.abs(Math.log10(sizeOf(figure) / sizeOf(official.figure)));
  const sameKind = ({ dimension }: Figure): boolean => dimension === official.figure.dimension;
  const changes = isChange(contextOf(told, figure).clause);
  const known = contextOf(official.sentence, official.figure).clause;
  return [
    Math.min(4, ratio),
    ratio > 0.9 && Math.abs(ratio - Math.round(ratio)) < 1e-6 ? 1 : 0,
    official.main ? 1 : 0,
    figure.value < 10 ? 1 : 0,
    figure.approx === 'exact' ? 0 : 1,
    figure.unit !== null && figure.unit === official.figure.unit ? 1 : 0,
    fitsOther ? 1 : 0,
    toldElsewhere ? 1 : 0,
    Math.min(
      8,
      article.sentences.reduce((count, { figures }) => count + figures.filter(({ share }) => !share).length, 0),
    ),
    Math.min(5, view.figures.filter((one) => sameKind(one.figure)).length),
    Math.min(5, told.figures.filter(sameKind).length),
    changes === (isChange(known) || isChange(official.indicator)) ? 0 : 1,
    told.headline ? 1 : 0,
    hasCue(told, 'denial') ? 1 : 0,
  ];
}

function sharesOf({ told, figure, official }: FigurePairing): number[] {
  const rest = tellsRest(told, figure);
  const known = tellsRest(official.sentence, official.figure);
  if (!figure.percent || !official.figure.percent) return [0, 0, 0, rest ? 1 : 0, known ? 1 : 0, 0];
  const gap = Math.abs(figure.value - official.figure.value) / 100;
  const toRest = Math.abs(figure.value - (100 - official.figure.value)) / 100;
  return [figure.share ? 2 : 1, cap(gap), cap(toRest), rest ? 1 : 0, known ? 1 : 0, cap(rest === known ? gap : toRest)];
}

function cap(value: number): number {
  return Math.min(1, value);
}

function fieldsOfFigures({ article, told, figure, view, official }: FigurePairing): number[] {
  const { start, end } = clauseAround(told, figure);
  const key = fieldsOf(official.sentence);
  const ofRecord = new Set(view.sentences.flatMap((one) => [...fieldsOf(one)]));
  const title = new Set(article.sentences.flatMap((one) => (one.headline ? [...fieldsOf(one)] : [])));
  const whole = new Set(article.sentences.flatMap((one) => [...fieldsOf(one)]));
  const results = [...standsOf(told)].flatMap(([facet, stand]) => {
    const known = standsOf(official.sentence).get(facet);
    return known === undefined ? [] : [compareStands(stand, known)];
  });
  return [
    ...compareFields(fieldsWithin(told, start, end), key),
    compareFields(fieldsOf(told), ofRecord)[1],
    compareFields(key, title)[1],
    compareFields(ofRecord, whole)[1],
    results.filter((result) => result === 'agree').length,
    results.filter((result) => result === 'clash').length,
  ];
}

function sizeOf({ value }: Figure): number {
  return Math.max(1e-9, Math.abs(value));
}
