import type { PressItem } from '@lamro/domain';
import { chooseStory } from './choose.ts';
import { countedTerms, describeStory, type StoryFeatures } from './features.ts';
import { resemblance } from './fingerprint.ts';
import { candidateKeys, embeddingKeys } from './keys.ts';
import { createMembership } from './membership.ts';
import { createRecencyTable } from './recency.ts';
import { COPY_RESEMBLANCE, type PreparedFeatures, prepareFeatures, scorePrepared } from './score.ts';
import { createTermStatistics } from './statistics.ts';
import { createFeatureStore } from './store.ts';

export interface StoryIndexOptions {
  /** Codes of gazetteer units that an item mentions; they let languages meet. */
  readonly placesOf?: (item: PressItem) => readonly string[];
  /** Least score at which an article joins a story. */
  readonly threshold?: number;
  /** Size of the table of keys, a power of two; fewer suit short streams. */
  readonly keyBuckets?: number;
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
  /** The same for an article whose features are at hand, such as one read back from the ledger. */
  place(id: string, features: StoryFeatures, embedding?: Float32Array): StoryAssignment;
  /** Takes back an article whose story is already known, as after a restart; nothing is compared. */
  restore(id: string, features: StoryFeatures, assignment: StoryAssignment): void;
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
const MOST_CANDIDATES = 32;
const REMEMBERED_PER_KEY = 16;
const KEY_BUCKETS = 1 << 21;

/**
 * Streaming index of stories in memory. Articles come in order of arrival; each costs the same however many are stored,
 * because only a bounded number of recent articles per key is compared. Memory is about one and a half kilobytes per article
 * beside 130 MB of tables of fixed size.
 */
export function createStoryIndex(options: StoryIndexOptions = {}): StoryIndex {
  const threshold = options.threshold ?? JOIN_THRESHOLD;
  const statistics = createTermStatistics();
  const store = createFeatureStore();
  const stories = createMembership();
  const recency = createRecencyTable(options.keyBuckets ?? KEY_BUCKETS, REMEMBERED_PER_KEY);
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const copies = new Map<number, string>();
  const scores: number[] = [];
  const embeddings = new Map<number, Float32Array>();

  const known = (article: string): number => {
    const number = numbers.get(article);
    if (number === undefined) throw new Error(`Không có bài ${article} trong chỉ mục; hãy kiểm tra mã bài.`);
    return number;
  };
  const refuseUnknown = (story: string): void => {
    if (!stories.has(story)) throw new Error(`Không có tin ${story} trong chỉ mục; hãy kiểm tra mã tin.`);
  };
  const scoreAgainst = (prepared: PreparedFeatures, embedding: Float32Array | undefined) => (article: number) => {
    const other = store.get(article);
    const pair = pairOf(embedding, embeddings.get(article));
    return {
      article: ids[article] ?? '',
      story: stories.storyOf(article),
      duplicateOf: copies.get(article) ?? null,
      score: scorePrepared(prepared, other, pair),
      copy: resemblance(prepared.features.signature, other.signature) >= COPY_RESEMBLANCE,
    };
  };
  const remember = (
    id: string,
    features: StoryFeatures,
    assignment: StoryAssignment,
    keys: readonly number[],
  ): number => {
    const article = store.add(features);
    ids.push(id);
    numbers.set(id, article);
    stories.put(article, assignment.story);
    scores.push(assignment.score);
    if (assignment.duplicateOf !== null) copies.set(article, assignment.duplicateOf);
    for (const key of keys) recency.add(key, article);
    return article;
  };

  const answerOf = (id: string): StoryAssignment | null => {
    const article = numbers.get(id);
    if (article === undefined) return null;
    return { story: stories.storyOf(article), duplicateOf: copies.get(article) ?? null, score: scores[article] ?? 1 };
  };
  const place = (id: string, features: StoryFeatures, embedding: Float32Array | undefined): StoryAssignment => {
    statistics.observe(countedTerms(features));
    const spatial = embedding === undefined ? [] : embeddingKeys(embedding);
    const keys = [...candidateKeys(features, statistics), ...spatial];
    const candidates = mostNamed(keys.map((key) => recency.recent(key)));
    const choice = chooseStory(
      candidates.map(scoreAgainst(prepareFeatures(features, statistics), embedding)),
      threshold,
    );
    const assignment = { ...choice, story: choice.story ?? stories.freshName(id) };
    const article = remember(id, features, assignment, keys);
    if (embedding !== undefined) embeddings.set(article, embedding);
    return assignment;
  };

  return {
    get size() {
      return ids.length;
    },
    storyOf(article) {
      const number = numbers.get(article);
      return number === undefined ? null : stories.storyOf(number);
    },
    assign(item, embedding) {
      return answerOf(item.id) ?? place(item.id, describeStory(item, options.placesOf?.(item) ?? []), embedding);
    },
    place: (id, features, embedding) => answerOf(id) ?? place(id, features, embedding),
    restore(id, features, assignment) {
      if (numbers.has(id)) return;
      statistics.observe(countedTerms(features));
      remember(id, features, assignment, candidateKeys(features, statistics));
    },
    merge(from, into) {
      refuseUnknown(from);
      refuseUnknown(into);
      stories.merge(from, into);
    },
    split(articles) {
      const first = articles[0];
      if (first === undefined) throw new Error('Cần ít nhất một bài để tách thành tin mới.');
      const moving = articles.map(known);
      const story = stories.freshName(first);
      for (const article of moving) stories.put(article, story);
      return story;
    },
    move(article, story) {
      refuseUnknown(story);
      stories.put(known(article), story);
    },
  };
}

/** Articles that stand under most of the keys, newest first among equals. */
function mostNamed(lists: readonly (readonly number[])[]): number[] {
  const votes = new Map<number, number>();
  for (const list of lists) for (const article of list) votes.set(article, (votes.get(article) ?? 0) + 1);
  return [...votes]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, MOST_CANDIDATES)
    .map(([article]) => article);
}

function pairOf(a: Float32Array | undefined, b: Float32Array | undefined): [Float32Array, Float32Array] | undefined {
  return a === undefined || b === undefined ? undefined : [a, b];
}
