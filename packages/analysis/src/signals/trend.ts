import type { Signal } from '@lamro/domain';
import { hasCue, type Proposition } from '../claims/proposition.ts';
import { standsOf } from '../conflict/states.ts';
import { compareFigures } from '../figures/compare.ts';
import { notionOf, SETTING, weightOf } from '../lexicon/concepts.ts';
import { hasMark } from '../lexicon/modality.ts';
import { facetOf, findStates } from '../lexicon/states.ts';
import type { ArticleView } from './article.ts';
import { changeBy } from './change.ts';
import { isDenying } from './polarity.ts';
import type { RecordView } from './record.ts';
import { clauseAround, namesOtherKind, periodOf, placeGap } from './subject.ts';
import { fitPeriods, hasBegunBy, isRecent, isValidOn } from './validity.ts';

/** Which way a record says its figure went, by how many percent where it says so, and the sentence that says it. */
interface OfficialChange {
  readonly direction: 1 | -1;
  readonly percent: number | null;
  readonly sentence: Proposition;
}

const CHANGES = new Set(['increase', 'decrease', 'growth', 'average', 'total']);
/** Share of the indicator's matter that the sentence must name, with what the title adds. */
const COVERED = 0.5;
const FROM_TITLE = 0.8;
/** Percent from which an official change is no standstill. */
const PLAIN_CHANGE = 5;
const STRENGTHS = { body: 0.82, title: 0.76 } as const;

/**
 * `contradicts-figure` without a figure: a sentence says that something rose where the record of its figure says that it fell, or the
 * other way round, or that it stood still where it plainly moved.
 */
export function trendSignals(article: ArticleView, records: readonly RecordView[]): Signal[] {
  return records.flatMap((view) => {
    const change = officialChange(view);
    if (change === null || !isValidOn(view.record, article.day) || !hasBegunBy(view, article.day)) return [];
    if (article.sentences.some((told) => givesOfficial(told, view))) return [];
    return article.sentences.flatMap((told) =>
      goesAgainst(article, told, view, change) ? [signalOf(told, view, change)] : [],
    );
  });
}

function officialChange(view: RecordView): OfficialChange | null {
  const main = view.figures.find((figure) => figure.main);
  if (view.record.kind !== 'figure' || main === undefined) return null;
  const own = changesIn(main.sentence);
  const found = own.length > 0 ? own : view.sentences.filter((one) => isOfIndicator(one, view)).flatMap(changesIn);
  const directions = new Set(found.map(({ direction }) => direction));
  return directions.size === 1 ? (found[0] ?? null) : null;
}

function changesIn(sentence: Proposition): OfficialChange[] {
  return sentence.figures.flatMap((figure) => {
    const direction = changeBy(sentence, figure);
    return direction === null ? [] : [{ direction, percent: figure.percent ? figure.value : null, sentence }];
  });
}

/** A further sentence of the record that names no other matter than the indicator's. */
function isOfIndicator(sentence: Proposition, view: RecordView): boolean {
  const indicator = matterOf(view);
  return mattersOf(sentence.notions).every((id) => indicator.has(id));
}

function matterOf(view: RecordView): ReadonlySet<string> {
  const main = view.figures.find((figure) => figure.main);
  return new Set([...(main?.indicator ?? [])].filter((id) => !CHANGES.has(id)));
}

function mattersOf(notions: Proposition['notions']): string[] {
  return notions
    .map(({ id }) => id)
    .filter((id) => notionOf(id).role === 'topic' && weightOf(id) >= 1 && !SETTING.has(id) && !CHANGES.has(id));
}

function givesOfficial(told: Proposition, view: RecordView): boolean {
  return told.figures.some((mine) => view.figures.some(({ figure }) => compareFigures(mine, figure) === 'agrees'));
}

function goesAgainst(article: ArticleView, told: Proposition, view: RecordView, change: OfficialChange): boolean {
  const direction = directionOf(told);
  if (direction === null || direction === change.direction) return false;
  if (direction === 0 && (change.percent ?? 0) < PLAIN_CHANGE) return false;
  if (isDenying(told) || hasCue(told, 'opinion', 'rumour') || hasMark(told, 'future')) return false;
  if (OTHER_BASE.test(told.quote) && !OTHER_BASE.test(change.sentence.quote)) return false;
  return isOfSubject(article, told, view) && isOfTime(article, told, view) && isOfPlace(article, told, view);
}

/** What a change is held against when it is not the year before. */
const OTHER_BASE =
  /(?:tháng|quý|tuần|ngày) trước|hôm qua|previous (?:month|quarter|week)|(?:month|quarter|week)-on-(?:month|quarter|week)|last (?:month|quarter|week)|a (?:month|week) earlier|环比|環比|上月|上个月|上個月|上周|前月|前週|전월|지난달|전주|mois (?:dernier|précédent)|trimestre précédent|semaine dernière|прошлым месяцем|прошлого месяца|предыдущ/iu;

/** 1 up, -1 down, 0 unchanged; null where the sentence says none of them or more than one. */
function directionOf(told: Proposition): 1 | -1 | 0 | null {
  const stand = standsOf(told).get('trend');
  if (stand === undefined || stand.so.size !== 1 || stand.not.size > 0) return null;
  const [state] = stand.so;
  if (state === 'trend.rising') return 1;
  return state === 'trend.falling' ? -1 : 0;
}

function isOfSubject(article: ArticleView, told: Proposition, view: RecordView): boolean {
  const key = matterOf(view);
  const { start, end } = clauseAround(told, trendIn(told));
  const clause = told.notions.filter((hit) => hit.start < end && hit.end > start);
  const mine = new Set(told.notions.map(({ id }) => id));
  const title = new Set(article.sentences.flatMap((one) => (one.headline ? one.notions.map(({ id }) => id) : [])));
  const known = { clause: view.notions, sentence: view.notions };
  if (namesOtherKind({ clause: mine, sentence: mine }, known, key)) return false;
  let all = 0;
  let found = 0;
  let head = false;
  for (const id of key) {
    const weight = weightOf(id);
    all += weight;
    found += weight * (mine.has(id) ? 1 : title.has(id) ? FROM_TITLE : 0);
    if (mine.has(id) && notionOf(id).role !== 'qualifier' && weight >= 0.5) head = true;
  }
  const foreign = mattersOf(clause).filter(
    (id) => !view.notions.has(id) && !view.notions.has(notionOf(id).implies ?? id),
  );
  return head && found / all >= COVERED && foreign.length === 0;
}

/** Where the sentence says that something rose, fell or stood. */
function trendIn(told: Proposition): { start: number; end: number } {
  const hit = findStates(told.quote, told.language).find(({ id }) => facetOf(id) === 'trend');
  return hit ?? { start: 0, end: told.quote.length };
}

function isOfTime(article: ArticleView, told: Proposition, view: RecordView): boolean {
  const period = periodOf(told, { ...trendIn(told), percent: true });
  return period === null ? isRecent(view, article.day) : fitPeriods(period, view, article.day) !== 'other';
}

function isOfPlace(article: ArticleView, told: Proposition, view: RecordView): boolean {
  const gap = placeGap(article, told, view);
  return gap !== null && gap < 0.3;
}

function signalOf(told: Proposition, view: RecordView, { direction, percent, sentence }: OfficialChange): Signal {
  const { record } = view;
  const way = direction > 0 ? 'tăng' : 'giảm';
  const amount = percent === null ? '' : ` ${`${percent}`.replace('.', ',')} %`;
  return {
    kind: 'contradicts-figure',
    quote: told.quote,
    start: told.start,
    end: told.end,
    evidence: { recordId: record.id, quote: sentence.quote },
    why: `Bài nói chiều biến động khác với số liệu chính thức: ${record.source} công bố ${way}${amount} tại ${record.documentNumber}${record.period ? `, kỳ ${record.period}` : ''}.`,
    strength: told.headline ? STRENGTHS.title : STRENGTHS.body,
  };
}
