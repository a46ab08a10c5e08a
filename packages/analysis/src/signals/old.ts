import type { Signal } from '@lamro/domain';
import { hasCue, type Proposition } from '../claims/proposition.ts';
import { compareFigures } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import { hasMark } from '../lexicon/modality.ts';
import type { ArticleView } from './article.ts';
import type { FigurePair } from './figure.ts';
import { likenessOf } from './likeness.ts';
import type { RecordView } from './record.ts';
import { placeGap } from './subject.ts';
import { isEvent } from './validity.ts';

const DAYS_OLD = 120;

/** An earlier article, of another story or an earlier stage of this one. */
export interface EarlierArticle {
  readonly view: ArticleView;
  /** Likeness of the two texts, 0 to 1 (shingle resemblance). */
  readonly resemblance: number;
  readonly sameStory: boolean;
}

/**
 * `old-as-new`: a figure that was official once and has been replaced, an event that a record dates long ago, or a text first
 * published long ago, told as current. A sentence that dates the matter itself ("năm 2019", "trước đây") raises nothing.
 */
export function oldSignals(
  article: ArticleView,
  pairs: readonly FigurePair[],
  records: readonly RecordView[],
  earlier: readonly EarlierArticle[],
): Signal[] {
  const events = oldEvents(article, records, pairs);
  return [
    ...oldFigures(article, pairs),
    ...(events.length > 0 ? events : freshlyTold(article, pairs)),
    ...oldTexts(article, earlier),
  ];
}

/** After so long nothing is told as of last night any more. */
const DAYS_STALE = 45;

/**
 * The very count of a recorded event, at its very place, told as of last night or these days: a telling of weeks later, which
 * the looser test of `oldEvents` would leave alone. A round number, or one with a date of its own, says too little.
 */
function freshlyTold(article: ArticleView, pairs: readonly FigurePair[]): Signal[] {
  const { day } = article;
  if (day === null) return [];
  return pairs
    .filter(({ agrees, official, figure, view, proposition }) => {
      const ended = view.span?.to;
      if (!agrees || !official.main || !isEvent(view) || ended === undefined) return false;
      if (daysBetween(ended, day) < DAYS_STALE || figure.approx === 'vague' || !isTelling(figure)) return false;
      if (!isFresh(proposition) || dates(article, view)) return false;
      return [...article.placesIn(proposition.start, proposition.end)].some((name) => view.places.has(name));
    })
    .slice(0, 1)
    .map(({ proposition, official, view }) => oldEvent(proposition, official.sentence, view, view.span?.to ?? day));
}

/** Told as of now, and nothing in it looks back; "in the past few days" does not. */
function isFresh({ cues }: Proposition): boolean {
  const now = cues.filter(({ id }) => id === 'present');
  const back = cues.filter(({ id }) => id === 'recall-past');
  return now.length > 0 && back.every((one) => now.some(({ start, end }) => one.start < end && one.end > start));
}

/** Two digits that are not zero at the least: seventeen houses, 870 hectares. */
function isTelling({ value }: Figure): boolean {
  return `${value}`.replaceAll(/[^1-9]/g, '').length >= 2;
}

/** The article itself dates something to the days of the event. */
function dates({ sentences }: ArticleView, { span }: RecordView): boolean {
  return sentences.some(({ periods }) =>
    periods.some(
      ({ kind, from, to }) =>
        kind !== 'year' && kind !== 'years' && span !== null && from <= span.to && to >= span.from,
    ),
  );
}

function oldFigures(article: ArticleView, pairs: readonly FigurePair[]): Signal[] {
  return pairs
    .filter((pair) => pair.agrees && !pair.samePeriod && isReplaced(pair, pairs, article.day))
    .filter(({ proposition }) => isToldAsCurrent(proposition, article.day))
    .map(({ proposition, view, official, figure, match }) => ({
      kind: 'old-as-new' as const,
      quote: proposition.quote,
      start: proposition.start,
      end: proposition.end,
      evidence: { recordId: view.record.id, quote: official.sentence.quote },
      why: `"${figure.quote}" là số liệu của kỳ ${view.record.period ?? view.record.validFrom ?? 'trước'}, nay đã có số liệu mới; bài đưa như hiện tại.`,
      strength: Math.round(Math.min(1, 0.45 + 0.4 * match) * 1000) / 1000,
    }));
}

/** A newer record of the same matter was in force and the figure does not fit it. */
function isReplaced(pair: FigurePair, pairs: readonly FigurePair[], day: string | null): boolean {
  const mine = pair.view.span?.to ?? pair.view.record.validTo ?? null;
  if (mine === null || day === null) return false;
  const rivals = pairs.filter((other) => other.figure === pair.figure && other.view !== pair.view);
  if (
    rivals.some((other) => other.agrees && !other.expired && (other.view.span?.to ?? '9') >= (pair.view.span?.to ?? ''))
  )
    return false;
  const newer = rivals.some(
    (other) => !other.agrees && !other.expired && (other.view.span?.to ?? other.view.record.validFrom ?? '') > mine,
  );
  return newer || (pair.expired && daysBetween(mine, day) > DAYS_OLD);
}

/** The sentence dates itself now, or not at all. */
function isToldAsCurrent(proposition: Proposition, day: string | null): boolean {
  if (hasCue(proposition, 'recall-past')) return false;
  return proposition.periods.every(({ to }) => day === null || daysBetween(to, day) < DAYS_OLD);
}

/** A record dates an event; the article tells the same event under a present-time wording and no such date. */
function oldEvents(article: ArticleView, records: readonly RecordView[], pairs: readonly FigurePair[]): Signal[] {
  const { day } = article;
  if (day === null) return [];
  return records.flatMap((view) =>
    view.sentences
      .flatMap((known) => {
        const dated = known.periods
          .filter(({ relative }) => !relative)
          .map(({ to }) => to)
          .sort()
          .at(-1);
        const ended = dated ?? (isEvent(view) ? view.span?.to : undefined);
        if (ended === undefined || daysBetween(ended, day) < DAYS_OLD * 1.5) return [];
        if (view.record.kind === 'figure' && !isEvent(view)) return [];
        if (article.sentences.some(({ periods }) => periods.some(({ from }) => from.slice(0, 4) === ended.slice(0, 4))))
          return [];
        const told = article.sentences.find(
          (sentence, at) =>
            isToldAsNew(sentence, article.sentences[at - 1], day) &&
            !hasCue(sentence, 'recall-past') &&
            isOfPlace(article, sentence, view) &&
            !tellsAnotherToll(view, sentence) &&
            (isSameEvent(known, sentence) || tellsItsFigure(pairs, view, sentence) || tellsItsFigures(known, sentence)),
        );
        return told === undefined ? [] : [oldEvent(told, known, view, ended)];
      })
      .slice(0, 1),
  );
}

/** Days ago that a day named in a telling may lie for the telling to be of something new. */
const DAYS_NEW = 10;

/** Told as of now, of a weekday or of a day just past, in the sentence or in the one before it. */
function isToldAsNew(sentence: Proposition, before: Proposition | undefined, day: string): boolean {
  return [sentence, ...(before === undefined ? [] : [before])].some(
    (one) =>
      hasCue(one, 'present') ||
      hasMark(one, 'recent-day') ||
      one.periods.some(
        ({ kind, to }) => kind === 'day' && daysBetween(to, day) >= 0 && daysBetween(to, day) <= DAYS_NEW,
      ),
  );
}

/** The event's own place, or none is named that could be another. */
function isOfPlace(article: ArticleView, sentence: Proposition, view: RecordView): boolean {
  const gap = placeGap(article, sentence, view);
  if (gap === null || view.places.size === 0) return gap !== null;
  const anywhere = [...article.placesIn(0, Number.POSITIVE_INFINITY)];
  return (
    anywhere.length === 0 ||
    anywhere.some((name) => [...view.places].some((one) => one === name || article.isKin(name, one)))
  );
}

/** What the sentence counts is another number than the old event's, or it says that nobody came to harm where somebody did. */
function tellsAnotherToll(view: RecordView, told: Proposition): boolean {
  const counted = told.figures.filter((figure) => !(figure.worded && figure.value <= 1));
  const compared = counted.flatMap((figure) => {
    const rivals = view.figures.filter(({ figure: other }) => compareFigures(figure, other) !== 'incomparable');
    return rivals.length === 0 ? [] : [rivals.some(({ figure: other }) => compareFigures(figure, other) === 'agrees')];
  });
  if (compared.length > 0) return !compared.includes(true);
  return hasCue(told, 'none', 'negation') && !view.sentences.some((known) => hasCue(known, 'none', 'negation'));
}

/** The sentence gives the very figure of the old event. */
function tellsItsFigure(pairs: readonly FigurePair[], view: RecordView, told: Proposition): boolean {
  return pairs.some((pair) => pair.view === view && pair.proposition === told && pair.agrees);
}

/** Two figures of the event and one of its matters, in one sentence. */
function tellsItsFigures(known: Proposition, told: Proposition): boolean {
  const alike = told.figures.filter(
    (figure) =>
      figure.dimension !== null &&
      !(figure.worded && figure.value <= 1) &&
      known.figures.some((other) => other.unit === figure.unit && compareFigures(figure, other) === 'agrees'),
  );
  return new Set(alike.map(({ value }) => value)).size >= 2 && likenessOf(known, told).shared >= 1;
}

function isSameEvent(known: Proposition, told: Proposition): boolean {
  const likeness = likenessOf(known, told);
  return likeness.shared >= 1.8 && Math.max(likeness.coverage, likeness.words) >= 0.5;
}

function oldEvent(told: Proposition, known: Proposition, view: RecordView, dated: string): Signal {
  return {
    kind: 'old-as-new',
    quote: told.quote,
    start: told.start,
    end: told.end,
    evidence: { recordId: view.record.id, quote: known.quote },
    why: `Sự việc đã xảy ra từ ${vietnameseMonth(dated)} (${view.record.documentNumber}), bài đưa như mới xảy ra.`,
    strength: 0.8,
  };
}

/** "2026-08-31" as "tháng 8/2026". */
function vietnameseMonth(day: string): string {
  const [year, month] = day.split('-');
  return `tháng ${Number(month)}/${year}`;
}

const COPY = 0.5;

function oldTexts(article: ArticleView, earlier: readonly EarlierArticle[]): Signal[] {
  const { day } = article;
  const old = earlier.find(
    ({ view, resemblance }) =>
      resemblance >= COPY && day !== null && view.day !== null && daysBetween(view.day, day) > DAYS_OLD,
  );
  const told = article.sentences.find((sentence) => hasCue(sentence, 'present')) ?? article.sentences[0];
  if (old === undefined || told === undefined) return [];
  const same = old.view.sentences.find((sentence) => likenessOf(sentence, told).words >= 0.7) ?? old.view.sentences[0];
  if (same === undefined) return [];
  return [
    {
      kind: 'old-as-new',
      quote: told.quote,
      start: told.start,
      end: told.end,
      evidence: { articleId: old.view.item.id, quote: same.quote },
      why: `Nội dung đã đăng từ ngày ${old.view.day ?? ''}, bài đăng lại như tin mới.`,
      strength: 0.85,
    },
  ];
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
