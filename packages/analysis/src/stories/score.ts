import type { StoryFeatures } from './features.ts';
import { resemblance } from './fingerprint.ts';
import {
  agreeingAmounts,
  contained,
  type NotionVector,
  notionCosine,
  notionVector,
  overlap,
  placeOverlap,
  weightedOverlap,
} from './overlap.ts';
import type { Rarity } from './statistics.ts';

/** How two articles compare, each 0 to 1; `null` where one side has nothing to compare. */
export interface PairLikeness {
  readonly text: number;
  readonly title: number;
  /** How much of each title stands somewhere in the other article, the lesser of both sides. */
  readonly told: number;
  readonly copy: number;
  readonly names: number | null;
  readonly numbers: number | null;
  /** Figures of one unit that both state, rounded or not; at most `MOST_AMOUNTS`. */
  readonly amounts: number;
  readonly dates: number | null;
  /** Whether both speak of one longer stretch of time. */
  readonly samePeriod: boolean;
  readonly places: number | null;
  readonly concepts: number | null;
  /** Days between publications. */
  readonly days: number | null;
  readonly embedding: number | null;
  readonly sameLanguage: boolean;
}

/** Rarity that stands in for names not given: one shared name of one is no full agreement. */
const FEW_NAMES = 4;

/** Figures beyond the third that agree say little more. */
const MOST_AMOUNTS = 3;

/** Near-copies: at least this share of shingles in common. */
export const COPY_RESEMBLANCE = 0.6;

/** One side of many comparisons, with what does not depend on the other side worked out. */
export interface PreparedFeatures {
  readonly features: StoryFeatures;
  readonly rarity: Rarity;
  /** Weight times rarity by term. */
  readonly weights: ReadonlyMap<number, number>;
  readonly norm: number;
  readonly title: ReadonlySet<number>;
  readonly names: ReadonlySet<number>;
  readonly notions: NotionVector;
}

/** Makes one article ready to be held beside many. */
export function prepareFeatures(features: StoryFeatures, rarity: Rarity): PreparedFeatures {
  const weights = new Map(features.terms.map(([term, weight]) => [term, weight * rarity.weight(term)]));
  let square = 0;
  for (const weight of weights.values()) square += weight * weight;
  return {
    features,
    rarity,
    weights,
    norm: Math.sqrt(square),
    title: new Set(features.title),
    names: new Set(features.names),
    notions: notionVector(features.concepts, rarity),
  };
}

/** Compares two articles feature by feature; symmetric. */
export function compareStories(
  a: StoryFeatures,
  b: StoryFeatures,
  rarity: Rarity,
  embeddings?: readonly [Float32Array, Float32Array],
): PairLikeness {
  return comparePrepared(prepareFeatures(a, rarity), b, embeddings);
}

/** Languages that seldom write a name in letters with capitals; that none is shared with them says nothing. */
const WITHOUT_CAPITALS: ReadonlySet<string> = new Set(['zh', 'ja', 'ko', 'th', 'km', 'lo']);

function sharedNames(left: PreparedFeatures, b: StoryFeatures): number | null {
  const { features: a, rarity } = left;
  const shared = weightedOverlap(a.names, left.names, b.names, rarity, FEW_NAMES);
  const silent = a.language !== b.language && (WITHOUT_CAPITALS.has(a.language) || WITHOUT_CAPITALS.has(b.language));
  return shared === 0 && silent ? null : shared;
}

function comparePrepared(
  left: PreparedFeatures,
  b: StoryFeatures,
  embeddings?: readonly [Float32Array, Float32Array],
): PairLikeness {
  const { features: a, rarity } = left;
  return {
    text: cosine(left, b),
    title: weightedOverlap(a.title, left.title, b.title, rarity) ?? 0,
    told: told(left, b),
    copy: resemblance(a.signature, b.signature),
    names: sharedNames(left, b),
    numbers: overlap(a.numbers, b.numbers),
    amounts: Math.min(MOST_AMOUNTS, agreeingAmounts(a.amounts, b.amounts)),
    dates: overlap(a.dates, b.dates),
    samePeriod: a.periods.some((period) => b.periods.includes(period)),
    places: placeOverlap(a.places, b.places),
    concepts: notionCosine(left.notions, notionVector(b.concepts, rarity)),
    days: a.day === null || b.day === null ? null : Math.abs(a.day - b.day),
    embedding: embeddings === undefined ? null : dot(embeddings[0], embeddings[1]),
    sameLanguage: a.language === b.language,
  };
}

/**
 * Probability that two articles tell the same story, 0 to 1; 1 for near-copies.
 *
 * @param embeddings unit vectors of both articles from one model, when there is one
 */
export function scorePair(
  a: StoryFeatures,
  b: StoryFeatures,
  rarity: Rarity,
  embeddings?: readonly [Float32Array, Float32Array],
): number {
  return scorePrepared(prepareFeatures(a, rarity), b, embeddings);
}

/** `scorePair` for one article beside many. */
export function scorePrepared(
  left: PreparedFeatures,
  other: StoryFeatures,
  embeddings?: readonly [Float32Array, Float32Array],
): number {
  const likeness = comparePrepared(left, other, embeddings);
  if (likeness.copy >= COPY_RESEMBLANCE) return 1;
  return likeness.sameLanguage ? withinLanguage(likeness) : acrossLanguages(likeness);
}

/**
 * Weights of words and names rounded from a logistic fit on public pairs (docs/decisions/0062), to which places, notions and figures
 * add where both sides name a place (docs/decisions/0195).
 */
function withinLanguage(like: PairLikeness): number {
  const sum =
    -3.4 +
    3.1 * like.told +
    3 * like.text +
    2.8 * (like.names ?? 0.2) -
    (like.numbers === 0 ? 0.6 : 0) -
    (like.places === 0 ? 1.2 : 0) +
    (like.places === null ? 0 : -2.4 + 2.8 * (like.concepts ?? 0) * like.places + 1.25 * like.amounts) +
    fromEmbedding(like) +
    fromTime(like);
  return sigmoid(sum);
}

/** What is not stated says less against a pair when a model has read both. */
const SILENCE_BESIDE_EMBEDDING = 0.1;

/**
 * Between languages only what is written alike counts: places, figures, times, names and the notions of the lexicon.
 * Weights rounded from a logistic fit; see docs/decisions/0195.
 */
function acrossLanguages(like: PairLikeness): number {
  const notions = like.concepts ?? 0;
  const silence = like.embedding === null ? 1 : SILENCE_BESIDE_EMBEDDING;
  const sum =
    -2.2 -
    2.5 * silence +
    1.2 * like.text +
    like.told +
    1.7 * (like.names ?? 0) +
    (like.numbers === null ? -0.5 * silence : like.numbers === 0 ? -1 : 3.2 * like.numbers) +
    1.1 * like.amounts +
    2.8 * (like.dates ?? 0) +
    (like.samePeriod ? 1.9 : 0) +
    (like.places === null ? -2.5 * silence : like.places === 0 ? -2.2 : 1.6 * like.places) +
    6.3 * notions +
    1.1 * notions * (like.places ?? 0) +
    fromEmbedding(like) +
    2 * fromTime(like);
  return sigmoid(sum);
}

/** Cosines of sentence models live between about 0.7 (unrelated) and 0.95 (same story). */
function fromEmbedding(like: PairLikeness): number {
  return like.embedding === null ? 0 : 20 * (Math.max(0.5, like.embedding) - 0.84);
}

/** A story lives for days; every day apart beyond the second speaks against it. */
function fromTime(like: PairLikeness): number {
  return like.days === null ? 0 : -0.25 * Math.min(8, Math.max(0, like.days - 2));
}

function sigmoid(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

function cosine(left: PreparedFeatures, b: StoryFeatures): number {
  let product = 0;
  let square = 0;
  for (const [term, weight] of b.terms) {
    const value = weight * left.rarity.weight(term);
    square += value * value;
    const match = left.weights.get(term);
    if (match !== undefined) product += value * match;
  }
  return left.norm === 0 || square === 0 ? 0 : product / (left.norm * Math.sqrt(square));
}

/** How much of each title the other article tells, the lesser of both. */
function told(left: PreparedFeatures, b: StoryFeatures): number {
  const inB = new Set(b.title);
  for (const [term] of b.terms) inB.add(term);
  const inA = (term: number): boolean => left.weights.has(term) || left.title.has(term);
  return Math.min(
    contained(left.features.title, (term) => inB.has(term), left.rarity),
    contained(b.title, inA, left.rarity),
  );
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
