import { isDeepStrictEqual } from 'node:util';
import type { Gazetteer, Judgement, OfficialRecord, PressItem, Signal, TextPair } from '@lamro/domain';
import { claimsOf } from '../claims/claims.ts';
import { CONFLICT_TREES, type ConflictTrees } from '../conflict/model.ts';
import { type WeighedSignals, weighedSignals } from '../conflict/signals.ts';
import { createRecordIndex, type RecordIndex } from '../records/record-index.ts';
import type { RelevanceResult } from '../relevance/relevance.ts';
import { scoreSectors } from '../sectors/sectors.ts';
import { allegationSignals } from '../signals/allegation.ts';
import { type ArticleView, type Geography, readArticle } from '../signals/article.ts';
import { clarificationSignals, denialsIn } from '../signals/clarification.ts';
import { coincidingSentences } from '../signals/coincidence.ts';
import { type EntailmentOf, entailmentPairs, weighConflicts } from '../signals/entailment.ts';
import { type FigurePair, figureSignals, pairFigures } from '../signals/figure.ts';
import { headlineSignals } from '../signals/headline.ts';
import { type EarlierArticle, oldSignals } from '../signals/old.ts';
import { type LeadPicture, pictureSignals } from '../signals/picture.ts';
import { createPlaceKin, createPlaceNames } from '../signals/place.ts';
import { createProvinceFinder } from '../signals/province.ts';
import { type RecordView, readRecord } from '../signals/record.ts';
import { agreesWith, type Conflict, statementSignals } from '../signals/statement.ts';
import { trendSignals } from '../signals/trend.ts';
import { versionSignals } from '../signals/versions.ts';
import { signatureOfItem } from '../stories/features.ts';
import { resemblance } from '../stories/fingerprint.ts';
import { type FlagWeights, scoreFlag } from '../verdict/score.ts';
import { suggestVerdict } from '../verdict/suggest.ts';

/** A related article that was judged or stored before. */
export interface RelatedItem {
  readonly item: PressItem;
  /** Belongs to the same story; others are compared for old text told as new only. */
  readonly sameStory: boolean;
}

/** What `judgeItem` needs beside the item: how the province is recognised, what is official, what was told before. */
export interface JudgeContext {
  readonly gazetteer: Gazetteer;
  readonly relevance: (item: PressItem) => RelevanceResult;
  /** Records of the profile; those out of force on the article's day are told apart here. */
  readonly records: readonly OfficialRecord[];
  /** Other articles, of the same story and near-copies, before this one. */
  readonly related: readonly RelatedItem[];
  readonly weights?: FlagWeights;
  /** The picture that the item puts first, with where it stood before; without it pictures are not looked at. */
  readonly picture?: LeadPicture;
  /** Answers of an entailment model to the pairs of `pairsToJudge`; without it the rules decide alone. */
  readonly entailment?: EntailmentOf;
  /** Trees that find conflicts where the rules find none; those that ship unless others are given, none where null. */
  readonly trees?: ConflictTrees | null;
  /** Records that an item is held against at most, of those that could concern it; all of the province where null. */
  readonly mostRecords?: number | null;
}

/** What is kept of a context so that many items can be judged against it. */
export interface PreparedContext extends Omit<JudgeContext, 'records'>, Geography {
  readonly records: readonly RecordView[];
  /** Which of the records an article could concern. */
  readonly concerning: RecordIndex['concerning'];
  /** Reads a related article; one that was read lately, in the same words, is not read again. */
  readonly readRelated: (item: PressItem) => ReadItem;
}

/** A related article as it is compared: read, and with the signature of its shingles. */
interface ReadItem {
  readonly view: ArticleView;
  readonly signature: ReturnType<typeof signatureOfItem>;
}

/**
 * Judges one article: relevance, places, sectors, claims, signals with evidence, flag and suggested verdict. Pure; an item
 * that is not about the province gets no claims, no signals and no verdict.
 *
 * @example judgeItem({ gazetteer, relevance: createRelevance(gazetteer), records, related: [] }, item).flag.raised
 */
export function judgeItem(context: JudgeContext, item: PressItem): Judgement {
  return judgePrepared(prepareContext(context), item);
}

/**
 * Reads gazetteer and records once.
 *
 * @param before prepared for the same gazetteer: records that stand in it in the same words are not read again
 */
export function prepareContext(context: JudgeContext, before?: PreparedContext): PreparedContext {
  const placeName = createPlaceNames(context.gazetteer);
  // A record speaks of its own province whether or not it names it; without that a commune's bare name would go unread.
  const province = context.gazetteer.units.find(({ kind }) => kind === 'province')?.name ?? '';
  const placesOf = (text: string): ReadonlySet<string> => {
    const found = ['', province].flatMap((title) => {
      const item = { id: 'record', url: '', title, text, language: 'vi', outletCountry: 'VN' };
      return context.relevance(item).relevance.mentions;
    });
    return new Set(found.flatMap(({ unit }) => placeName(unit) ?? []));
  };
  const geography = {
    placeName,
    placeKin: createPlaceKin(context.gazetteer),
    otherProvinces: createProvinceFinder(context.gazetteer),
  };
  const known = new Map(before?.records.map((view) => [view.record.id, view]));
  const records = context.records.map((record) => {
    const view = known.get(record.id);
    return view !== undefined && isDeepStrictEqual(view.record, record) ? view : readRecord(record, placesOf);
  });
  return {
    ...context,
    ...geography,
    records,
    concerning:
      context.mostRecords === null ? () => records : createRecordIndex(records, context.mostRecords).concerning,
    readRelated: createReading(context.relevance, geography),
  };
}

export function judgePrepared(context: PreparedContext, item: PressItem): Judgement {
  const { relevance, places } = context.relevance(item);
  if (!relevance.relevant) {
    return {
      relevance,
      places,
      sectors: scoreSectors(item, []),
      claims: [],
      signals: [],
      considered: [],
      flag: { raised: false, score: 0 },
      verdictSuggestion: null,
    };
  }
  const article = readArticle(item, relevance.mentions, context);
  const earlier = readEarlier(context, item);
  const records = context.concerning(article);
  const pairs = pairFigures(article, records);
  const denials = denialsIn(article, records);
  const stated = confirmedByStatement(article, records).filter((sentence) => !denials.includes(sentence));
  const coinciding = coincidingSentences(article, records);
  const ruled = [
    ...figureSignals(pairs),
    ...trendSignals(article, records),
    ...statementSignals(article, records, weighing(article, context, records)),
    ...clarificationSignals(article, records),
    ...versionSignals(article, earlier, pairs, {
      confirmed: [...coinciding, ...stated],
      isRefuted: (view) => isRefuted(view, context.concerning(view)),
    }),
    ...headlineSignals(article, pairs),
    ...oldSignals(article, pairs, records, earlier),
    ...pictureSignals(article, context.picture),
    ...allegationSignals(article),
  ];
  const { signals, considered } = weighed(article, context, records, pairs, ruled);
  const claims = claimsOf(article.sentences);
  const sectors = scoreSectors(item, claims);
  const flag = scoreFlag(signals, context.weights);
  const confirmed = [
    ...pairs
      .filter(({ agrees, expired, samePeriod }) => agrees && (!expired || samePeriod))
      .map(({ proposition }) => proposition),
    ...coinciding,
    ...stated,
  ];
  const verdictSuggestion = suggestVerdict({
    raised: flag.raised,
    signals,
    sentences: article.sentences,
    confirmed,
    denials,
    claims: claims.length,
  });
  return {
    relevance,
    places,
    sectors,
    claims,
    signals: [...signals],
    considered: [...considered],
    flag,
    verdictSuggestion,
  };
}

/** Fitted trees go over what the rules found; statements are left to an entailment model where there is one. */
function weighed(
  article: ArticleView,
  { trees = CONFLICT_TREES, entailment }: PreparedContext,
  records: readonly RecordView[],
  pairs: readonly FigurePair[],
  ruled: readonly Signal[],
): WeighedSignals {
  if (trees === null) return { signals: ruled, considered: [] };
  const read = entailment === undefined ? records : records.filter(({ record }) => record.kind !== 'statement');
  return weighedSignals(article, read, pairs, ruled, trees);
}

function weighing(article: ArticleView, { entailment }: PreparedContext, records: readonly RecordView[]) {
  if (entailment === undefined) return undefined;
  return (conflicts: readonly Conflict[]) => weighConflicts(article, records, conflicts, entailment);
}

/** Sentences of an item and of the statements in force that an entailment model should be asked about before the judging. */
export function pairsToJudge(context: PreparedContext, item: PressItem): TextPair[] {
  const { relevance } = context.relevance(item);
  const article = readArticle(item, relevance.mentions, context);
  return entailmentPairs(article, context.concerning(article));
}

/** An earlier telling that goes against a record is no measure for a later one. */
function isRefuted(view: ArticleView, records: readonly RecordView[]): boolean {
  return (
    figureSignals(pairFigures(view, records)).length > 0 ||
    statementSignals(view, records).length > 0 ||
    clarificationSignals(view, records).length > 0
  );
}

function confirmedByStatement(article: ArticleView, records: readonly RecordView[]): ArticleView['sentences'] {
  const statements = records.filter(({ record }) => record.kind !== 'figure').flatMap(({ sentences }) => sentences);
  return article.sentences.filter((told) => statements.some((known) => agreesWith(told, known)));
}

/** Related articles read; resemblance is only reckoned where the days lie far apart. */
function readEarlier(context: PreparedContext, item: PressItem): EarlierArticle[] {
  const own = signatureOfItem(item);
  return context.related.map((related) => {
    const { view, signature } = context.readRelated(related.item);
    return { view, resemblance: resemblance(own, signature), sameStory: related.sameStory };
  });
}

/** Articles of one place come one after the other, each with nearly the same neighbours. */
const READ_KEPT = 200;

function createReading(relevance: JudgeContext['relevance'], geography: Geography): PreparedContext['readRelated'] {
  const kept = new Map<string, ReadItem & { readonly item: PressItem }>();
  return (item) => {
    const known = kept.get(item.id);
    kept.delete(item.id);
    const read =
      known !== undefined && isDeepStrictEqual(known.item, item)
        ? known
        : {
            item,
            view: readArticle(item, relevance(item).relevance.mentions, geography),
            signature: signatureOfItem(item),
          };
    kept.set(item.id, read);
    const [oldest] = kept.keys();
    if (kept.size > READ_KEPT && oldest !== undefined) kept.delete(oldest);
    return read;
  };
}
