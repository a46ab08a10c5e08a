import type { Gazetteer, Judgement, OfficialRecord, PressItem } from '@lamro/domain';
import type { ConflictTrees } from '../conflict/model.ts';
import { findPeriods } from '../figures/period.ts';
import { createRelevance } from '../relevance/relevance.ts';
import type { EntailmentOf } from '../signals/entailment.ts';
import { createStoryIndex } from '../stories/story-index.ts';
import type { FlagWeights } from '../verdict/score.ts';
import { judgePrepared, prepareContext, type RelatedItem } from './judge.ts';
import { createNearby } from './nearby.ts';

export interface JudgeOptions {
  readonly gazetteer: Gazetteer;
  readonly records: readonly OfficialRecord[];
  readonly weights?: FlagWeights;
  readonly entailment?: EntailmentOf;
  readonly trees?: ConflictTrees | null;
  readonly mostRecords?: number | null;
}

/** Members of a story that later items are compared with: the first tellings and the latest say enough. */
export const TELLINGS_COMPARED = { first: 4, latest: 8 } as const;

/**
 * Judges a stream of articles: each sees those before it, as versions of its story or as old text told anew. Offsets count in
 * the NFC form of title and text.
 *
 * @example const judge = createJudge({ gazetteer, records }); items.map(judge)
 */
export function createJudge(options: JudgeOptions): (item: PressItem) => Judgement {
  const relevance = createRelevance(options.gazetteer);
  const base = prepareContext({ ...options, relevance, related: [] });
  const index = createStoryIndex({ placesOf: (item) => relevance(item).relevance.mentions.map(({ unit }) => unit) });
  const members = new Map<string, PressItem[]>();
  const byId = new Map<string, PressItem>();
  const nearby = createNearby();
  const placesOf = (item: PressItem): string[] => [
    ...relevance(item).relevance.mentions.flatMap(({ unit }) => namesOf(base.placeName(unit))),
    ...daysIn(item),
  ];
  return (given) => {
    const item = { ...given, title: given.title.normalize('NFC'), text: given.text.normalize('NFC') };
    const { story, duplicateOf } = index.assign(item);
    const told = members.get(story) ?? [];
    const original = duplicateOf === null ? undefined : byId.get(duplicateOf);
    const related: RelatedItem[] = told.map((other) => ({ item: other, sameStory: true }));
    if (original !== undefined && !told.includes(original)) related.push({ item: original, sameStory: false });
    const places = placesOf(item);
    for (const other of nearby.find(item, places)) {
      if (!related.some((one) => one.item === other)) related.push({ item: other, sameStory: false });
    }
    const judgement = judgePrepared({ ...base, related }, item);
    byId.set(item.id, item);
    nearby.add(item, [...places, ...dayOf(item)]);
    const { first, latest } = TELLINGS_COMPARED;
    members.set(story, [...told.slice(0, first), ...told.slice(first).slice(1 - latest), item]);
    return judgement;
  };
}

/** A plant or a port is met under the name of its place too: "trung tam dien luc duyen hai", "duyen hai". */
function namesOf(name: string | null): string[] {
  if (name === null) return [];
  const words = name.split(' ');
  return words.length > 2 ? [name, words.slice(-2).join(' ')] : [name];
}

/** A later telling names the day on which an earlier one appeared. */
function dayOf({ publishedAt }: PressItem): string[] {
  return publishedAt === null || publishedAt === undefined ? [] : [`@${publishedAt.slice(0, 10)}`];
}

/** Days that an item names: tellings in scripts in which a place goes unread still meet in the day of the event. */
function daysIn({ title, text, publishedAt }: PressItem): string[] {
  return findPeriods(`${title}\n${text}`, publishedAt ?? null)
    .filter(({ kind }) => kind === 'day')
    .map(({ from }) => `@${from}`);
}
