import type { ConsideredSignal, Signal } from '@lamro/domain';
import { probabilityOf } from '../boosting/trees.ts';
import { hasCue, type Proposition } from '../claims/proposition.ts';
import { compareFigures } from '../figures/compare.ts';
import { hasMark } from '../lexicon/modality.ts';
import type { ArticleView } from '../signals/article.ts';
import { citesTheTruth } from '../signals/clarification.ts';
import { type FigurePair, isOfPart, isRoughly } from '../signals/figure.ts';
import { isDenying } from '../signals/polarity.ts';
import type { RecordView } from '../signals/record.ts';
import { isRestOf } from '../signals/rest.ts';
import { settingGap } from '../signals/setting.ts';
import { isPlanned } from '../signals/statement.ts';
import { contextOf, namesOtherKind, periodOf, placeGap } from '../signals/subject.ts';
import { fitPeriods, isRecent, isValidOn } from '../signals/validity.ts';
import { describePairings } from './features.ts';
import { describeFigures, type FigurePairing, figurePairingsOf } from './figures.ts';
import type { ConflictTrees } from './model.ts';
import { type Pairing, pairingsOf } from './pairings.ts';
import { isMatter, wordsOf } from './words.ts';

/** Chance from which a pairing is a signal, chosen by the sums of sets that the trees were not fitted on (docs/decisions/0203, 0210). */
export const LEAST_CHANCE = { sentences: 0.75, reports: 0.74, figures: 0.6 } as const;

/** Strength of a signal that stands just at its least chance; it grows to 1 with the chance. */
const LEAST_STRENGTH = 0.62;

/** Chance below which a signal of the rules is taken back. */
const DOUBTED = { sentences: 0.35, figures: 0.05 } as const;

/** What stands of the signals of an article, and what the rules found and the trees took back. */
export interface WeighedSignals {
  readonly signals: readonly Signal[];
  readonly considered: readonly ConsideredSignal[];
}

interface Chance<T> {
  readonly pairing: T;
  readonly chance: number;
}

/**
 * Goes over the signals of the rules with fitted trees: takes back those of statements, clarifications and figures that the trees hold to be
 * unlikely, and adds those that they find where the rules found none for the record: a sentence that says the contrary of a statement,
 * tells again what a clarification called untrue, or gives another figure than the official one. Each rests on the two sentences, which
 * stand in it as quote and evidence.
 */
export function weighedSignals(
  article: ArticleView,
  records: readonly RecordView[],
  pairs: readonly FigurePair[],
  ruled: readonly Signal[],
  trees: ConflictTrees,
): WeighedSignals {
  const { sentences, reports, figures } = readChances(article, records, pairs, trees);
  const considered = ruled.flatMap((signal) => doubtOf(signal, sentences, figures) ?? []);
  const kept = ruled.filter((signal) => doubtOf(signal, sentences, figures) === null);
  const found = [
    ...likeliest(sentences.filter(isTelling), LEAST_CHANCE.sentences).map(sentenceSignal),
    ...likeliest(reports.filter(isTelling).filter(isOfOneTime), LEAST_CHANCE.reports).map(reportSignal),
    ...likeliest(figures.filter(isOfOneCount), LEAST_CHANCE.figures).map(figureSignal),
  ];
  const signals = [...kept, ...found.filter((signal) => !kept.some((other) => isSurer(other, signal)))];
  return { signals, considered: considered.filter((one) => !signals.some((signal) => isSame(signal, one))) };
}

/** One kind of signal about one sentence and one record. */
function isSame(a: Signal, b: Signal): boolean {
  return a.kind === b.kind && a.start === b.start && a.evidence?.recordId === b.evidence?.recordId;
}

/** Rules and trees cite one record: the surer signal stays; what the rules found stays in any case. */
function isSurer(other: Signal, signal: Signal): boolean {
  return (
    other.evidence?.recordId === signal.evidence?.recordId &&
    other.strength >= Math.min(LEAST_STRENGTH, signal.strength)
  );
}

/** What no likeness outweighs: another place, or a sentence that itself denies or argues. */
function isTelling({ pairing: { article, told, known, view } }: Chance<Pairing>): boolean {
  if (isDenying(told) || hasCue(told, 'opinion') || settingGap(article, told, view, 0) === null) return false;
  if (isPlanned(told) && view.sentences.some((one) => isPlanned(one) && givesPlan(told, one, known))) return false;
  return view.record.kind !== 'clarification' || !citesTheTruth(told, view);
}

/** The record's own plan is told, or what it says is not yet done. */
function givesPlan(told: Proposition, plan: Proposition, known: Proposition): boolean {
  if (hasCue(known, 'negation', 'none')) return true;
  return told.periods.some((mine) => plan.periods.some(({ from, to }) => mine.from === from && mine.to === to));
}

/**
 * The words of a record of figures are not spoken against where the matter is dated otherwise, by a sentence that gives the record's own
 * number, or by a title over a text that does.
 */
function isOfOneTime({ pairing: { article, told, view } }: Chance<Pairing>): boolean {
  const { span } = view;
  if (isPlanned(told) && !view.sentences.some(isPlanned)) return false;
  if (view.places.size === 0 && article.placesIn(told.start, told.end).size > 0) return false;
  if (told.figures.some((mine) => view.figures.some((official) => isRestOf(told, mine, official, view)))) return false;
  if (hasMark(told, 'alone') && !view.sentences.some((known) => hasMark(known, 'alone'))) return false;
  const sentences = told.headline ? article.sentences : [told];
  const periods = sentences.flatMap((sentence) => sentence.periods.filter(({ kind }) => kind !== 'day'));
  if (span !== null && periods.length > 0 && periods.every(({ from, to }) => to < span.from || from > span.to))
    return false;
  const figures = sentences.flatMap((sentence) => sentence.figures);
  return !figures.some((mine) => view.figures.some(({ figure }) => compareFigures(mine, figure) === 'agrees'));
}

/**
 * The same for figures, with another period or one long past; and a figure that some official one confirms, or whose official one the
 * article gives elsewhere, is not held against it.
 */
function isOfOneCount({ pairing }: Chance<FigurePairing>): boolean {
  const { article, told, figure, official, view, fitsOther, toldElsewhere } = pairing;
  if (fitsOther || toldElsewhere || isDenying(told)) return false;
  if (isOfPart(told, figure, official)) return false;
  if (figure.share && isRoughly(figure, official.figure.value)) return false;
  if (namesOtherKind(contextOf(told, figure), contextOf(official.sentence, official.figure), official.indicator))
    return false;
  if (placeGap(article, told, view, figure.start) === null || !isValidOn(view.record, article.day)) return false;
  const period = periodOf(told, figure);
  return period === null ? isRecent(view, article.day) : fitPeriods(period, view, article.day) !== 'other';
}

/** How likely each pairing of an article is a conflict. */
function readChances(
  article: ArticleView,
  records: readonly RecordView[],
  pairs: readonly FigurePair[],
  trees: ConflictTrees,
) {
  const pairings = pairingsOf(article, records);
  const rows = describePairings(pairings);
  const told = pairings.map((pairing, at): Chance<Pairing> => {
    const ofFigure = pairing.view.record.kind === 'figure';
    return { pairing, chance: probabilityOf(rows[at] ?? [], ofFigure ? trees.reports : trees.sentences) };
  });
  return {
    sentences: told.filter(({ pairing }) => pairing.view.record.kind !== 'figure'),
    reports: told.filter(({ pairing }) => pairing.view.record.kind === 'figure'),
    figures: figurePairingsOf(article, records, pairs).map(
      (pairing): Chance<FigurePairing> => ({ pairing, chance: probabilityOf(describeFigures(pairing), trees.figures) }),
    ),
  };
}

/** The signal with what speaks against it, where the trees looked at its very sentence and record and hold a conflict to be unlikely. */
function doubtOf(
  signal: Signal,
  sentences: readonly Chance<Pairing>[],
  figures: readonly Chance<FigurePairing>[],
): ConsideredSignal | null {
  const { kind, start, evidence } = signal;
  const isOf = ({ pairing: { told, view } }: Chance<Pairing | FigurePairing>): boolean =>
    told.start === start && view.record.id === evidence?.recordId;
  const ofFigures = kind === 'contradicts-figure';
  if (!ofFigures && kind !== 'contradicts-statement' && kind !== 'repeats-clarified-claim') return null;
  const chances = (ofFigures ? figures : sentences).filter(isOf).map(({ chance }) => chance);
  const least = DOUBTED[ofFigures ? 'figures' : 'sentences'];
  const chance = Math.max(...chances);
  return chances.length === 0 || chance >= least ? null : { ...signal, doubt: doubtAt(chance, least) };
}

function doubtAt(chance: number, least: number): string {
  const percent = Math.round(chance * 100);
  const told = percent < 1 ? 'chưa đến 1%' : `khoảng ${percent}%`;
  return `Đối chiếu toàn câu và cả bài với căn cứ, khả năng có mâu thuẫn thật chỉ ${told} (ước lượng theo các bài đã gắn nhãn; dưới ${least * 100}% thì không tính là dấu hiệu).`;
}

/** Of each record the likeliest pairing, where it is likely enough. */
function likeliest<T extends { readonly view: RecordView }>(chances: readonly Chance<T>[], least: number): Chance<T>[] {
  const best = new Map<RecordView, Chance<T>>();
  for (const one of chances) {
    const { view } = one.pairing;
    if (one.chance >= least && one.chance > (best.get(view)?.chance ?? 0)) best.set(view, one);
  }
  return [...best.values()];
}

function strengthOf(chance: number, least: number): number {
  const strength = LEAST_STRENGTH + ((chance - least) / (1 - least)) * (1 - LEAST_STRENGTH);
  return Math.round(strength * 1000) / 1000;
}

function sentenceSignal({ pairing, chance }: Chance<Pairing>): Signal {
  const { told, known, view } = pairing;
  const { record } = view;
  const repeats = record.kind === 'clarification';
  const matter = matterOf(pairing);
  const about = matter === '' ? 'Câu này' : `Câu này cùng nói về ${matter}`;
  return {
    kind: repeats ? 'repeats-clarified-claim' : 'contradicts-statement',
    quote: told.quote,
    start: told.start,
    end: told.end,
    evidence: { recordId: record.id, quote: known.quote },
    why: repeats
      ? `${about}, nhiều khả năng nhắc lại điều đã được ${record.source} làm rõ tại ${record.documentNumber}: "${known.quote}"${estimate(chance)}`
      : `${about}, nhiều khả năng trái với điều ${record.source} nêu tại ${record.documentNumber}: "${known.quote}"${estimate(chance)}`,
    strength: strengthOf(chance, LEAST_CHANCE.sentences),
  };
}

function reportSignal({ pairing, chance }: Chance<Pairing>): Signal {
  const { told, known, view } = pairing;
  const { source, documentNumber, period } = view.record;
  const matter = matterOf(pairing);
  const about = matter === '' ? 'Câu này' : `Câu này cùng nói về ${matter}`;
  return {
    kind: 'contradicts-figure',
    quote: told.quote,
    start: told.start,
    end: told.end,
    evidence: { recordId: view.record.id, quote: known.quote },
    why: `${about}, nhiều khả năng trái với số liệu ${source} công bố tại ${documentNumber}${period ? `, kỳ ${period}` : ''}: "${known.quote}"${estimate(chance)}`,
    strength: strengthOf(chance, LEAST_CHANCE.reports),
  };
}

/** How sure, in words that say where the number comes from. */
function estimate(chance: number): string {
  return ` (ước lượng ${Math.round(chance * 100)}% theo các bài đã gắn nhãn; cần người xét đối chiếu).`;
}

const MATTERS_NAMED = 4;

/** The words of the sentence that the record has too, heaviest first, as the article writes them. */
function matterOf({ article, told, known, view }: Pairing): string {
  const theirs = wordsOf(known, view.places);
  const shared = [...wordsOf(told, article.placesIn(told.start, told.end)).values()]
    .filter((word) => isMatter(word) && !word.key.startsWith('w:') && theirs.has(word.key))
    .sort((a, b) => b.weight - a.weight);
  const named = new Set(shared.map(({ start, end }) => `"${told.quote.slice(start, end)}"`));
  return [...named].slice(0, MATTERS_NAMED).join(', ');
}

function figureSignal({ pairing, chance }: Chance<FigurePairing>): Signal {
  const { told, figure, official, view } = pairing;
  const { source, documentNumber, period } = view.record;
  return {
    kind: 'contradicts-figure',
    quote: told.quote,
    start: told.start,
    end: told.end,
    evidence: { recordId: view.record.id, quote: official.sentence.quote },
    why: `Bài nêu "${figure.quote}", trong khi số liệu chính thức nhiều khả năng về cùng việc là "${official.figure.quote}" (${source}, ${documentNumber}${period ? `, kỳ ${period}` : ''})${estimate(chance)}`,
    strength: strengthOf(chance, LEAST_CHANCE.figures),
  };
}
