import type { PressItem } from '@lamro/domain';
import { chooseStory } from './choose.ts';
import { describeStory, type StoryFeatures } from './features.ts';
import { resemblance } from './fingerprint.ts';
import { candidateKeys } from './keys.ts';
import { COPY_RESEMBLANCE, scorePair } from './score.ts';
import { createTermStatistics } from './statistics.ts';

export interface StoryIndexOptions {
  /** Codes of gazetteer units that an item mentions; they let languages meet. */
  readonly placesOf?: (item: PressItem) => readonly string[];
  /** Least score at which an article joins a story. */
  readonly threshold?: number;
}

export interface StoryAssignment {
  readonly story: string;
  /** The earliest article of which this one is a near-copy. */
  readonly duplicateOf: string | null;
  /** Probability that the article belongs to the story; 1 when it opened it. */
  readonly score: number;
}

export interface StoryIndex {
  /** Puts the next article into a story, or opens one named after it. The same id again gives the same answer. */
  assign(item: PressItem, embedding?: Float32Array): StoryAssignment;
  /** Makes one story of two; later articles find all members. @throws when a story is unknown */
  merge(from: string, into: string): void;
  /** Takes articles out of their story into a new one and returns its id. @throws when an article is unknown */
  split(articles: readonly string[]): string;
  /** Puts one article into another story. @throws when either is unknown */
  move(article: string, story: string): void;
  /** Story in which an article stands now. */
  storyOf(article: string): string | null;
  readonly size: number;
}

export const JOIN_THRESHOLD = 0.5;
/** Candidates scored per article, and articles remembered per key: both bound the cost of one article. */
const MOST_CANDIDATES = 48;
const REMEMBERED_PER_KEY = 24;

interface Entry {
  readonly id: string;
  readonly features: StoryFeatures;
  readonly embedding: Float32Array | undefined;
  readonly assignment: StoryAssignment;
  story: string;
}

/**
 * Streaming index of stories in memory. Articles come in order of arrival; each costs the same however many are stored,
 * because only a bounded number of recent articles per key is compared.
 */
export function createStoryIndex(options: StoryIndexOptions = {}): StoryIndex {
  const threshold = options.threshold ?? JOIN_THRESHOLD;
  const statistics = createTermStatistics();
  const entries: Entry[] = [];
  const byId = new Map<string, Entry>();
  const byKey = new Map<number, number[]>();
  const members = new Map<string, Set<string>>();

  const known = (article: string): Entry => {
    const entry = byId.get(article);
    if (entry === undefined) throw new Error(`Không có bài ${article} trong chỉ mục; hãy kiểm tra mã bài.`);
    return entry;
  };
  const put = (entry: Entry, story: string): void => {
    members.get(entry.story)?.delete(entry.id);
    if (members.get(entry.story)?.size === 0) members.delete(entry.story);
    entry.story = story;
    members.set(story, (members.get(story) ?? new Set()).add(entry.id));
  };
  const candidates = (keys: readonly number[]): Entry[] => {
    const votes = new Map<number, number>();
    for (const key of keys) for (const at of byKey.get(key) ?? []) votes.set(at, (votes.get(at) ?? 0) + 1);
    const best = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, MOST_CANDIDATES);
    return best.flatMap(([at]) => entries[at] ?? []);
  };
  const remember = (entry: Entry, keys: readonly number[]): void => {
    const at = entries.push(entry) - 1;
    byId.set(entry.id, entry);
    put(entry, entry.story);
    for (const key of keys) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [at]);
      else if (list.push(at) > REMEMBERED_PER_KEY) list.shift();
    }
  };

  return {
    get size() {
      return entries.length;
    },
    storyOf: (article) => byId.get(article)?.story ?? null,
    assign(item, embedding) {
      const before = byId.get(item.id);
      if (before !== undefined) return { ...before.assignment, story: before.story };
      const features = describeStory(item, options.placesOf?.(item) ?? []);
      statistics.observe(features.terms.map(([term]) => term));
      const keys = candidateKeys(features, statistics);
      const scored = candidates(keys).map((entry) => ({
        article: entry.id,
        story: entry.story,
        duplicateOf: entry.assignment.duplicateOf,
        score: scorePair(features, entry.features, statistics, pairOf(embedding, entry.embedding)),
        copy: resemblance(features.signature, entry.features.signature) >= COPY_RESEMBLANCE,
      }));
      const choice = chooseStory(scored, threshold);
      const assignment = { ...choice, story: choice.story ?? item.id };
      remember({ id: item.id, features, embedding, assignment, story: assignment.story }, keys);
      return assignment;
    },
    merge(from, into) {
      const moving = members.get(from);
      if (moving === undefined || !members.has(into))
        throw new Error(`Không có tin ${from} hoặc ${into}; hãy kiểm tra mã.`);
      for (const article of [...moving]) put(known(article), into);
    },
    split(articles) {
      const moving = articles.map(known);
      const story = freshStory(articles[0] ?? '', members);
      for (const entry of moving) put(entry, story);
      return story;
    },
    move(article, story) {
      if (!members.has(story)) throw new Error(`Không có tin ${story}; hãy kiểm tra mã.`);
      put(known(article), story);
    },
  };
}

function pairOf(a: Float32Array | undefined, b: Float32Array | undefined): [Float32Array, Float32Array] | undefined {
  return a === undefined || b === undefined ? undefined : [a, b];
}

function freshStory(base: string, taken: ReadonlyMap<string, unknown>): string {
  if (base === '') throw new Error('Cần ít nhất một bài để tách thành tin mới.');
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}~${number}`)) number += 1;
  return `${base}~${number}`;
}
