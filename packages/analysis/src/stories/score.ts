import type { StoryFeatures } from './features.ts';
import { resemblance } from './fingerprint.ts';
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
  readonly dates: number | null;
  readonly places: number | null;
  readonly concepts: number | null;
  /** Days between publications. */
  readonly days: number | null;
  readonly embedding: number | null;
  readonly sameLanguage: boolean;
}

/** Rarity that stands in for names not given: one shared name of one is no full agreement. */
const FEW_NAMES = 4;

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
    dates: overlap(a.dates, b.dates),
    places: placeOverlap(a.places, b.places),
    concepts: rankedOverlap(a.concepts, b.concepts),
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

/** Weights rounded from a logistic fit; see docs/decisions/0062. */
function withinLanguage(like: PairLikeness): number {
  const sum =
    -3.4 +
    3.1 * like.told +
    3 * like.text +
    2.8 * (like.names ?? 0.2) -
    (like.numbers === 0 ? 0.6 : 0) -
    (like.places === 0 ? 1.2 : 0) +
    fromEmbedding(like) +
    fromTime(like);
  return sigmoid(sum);
}

/** What is not stated says less against a pair when a model has read both. */
const SILENCE_BESIDE_EMBEDDING = 0.4;

/**
 * Between languages only what is written alike counts: places, figures, days, names and the notions of the lexicon, which say
 * more where the place is one. Weights rounded from a logistic fit; see docs/decisions/0136.
 */
function acrossLanguages(like: PairLikeness): number {
  const notions = like.concepts ?? 0;
  const silence = like.embedding === null ? 1 : SILENCE_BESIDE_EMBEDDING;
  const sum =
    -2.2 +
    1.2 * like.text +
    1.2 * like.told +
    (like.names === null ? 0.5 : 2.8 * like.names) +
    (like.numbers === null ? -2 * silence : like.numbers === 0 ? -1.7 : 2.4 * like.numbers) +
    1.6 * (like.dates ?? 0) +
    (like.places === null ? -2.8 * silence : like.places === 0 ? -2 : -0.6 * like.places) +
    3.3 * notions +
    5.2 * notions * (like.places ?? 0) +
    fromEmbedding(like) +
    fromTime(like);
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

/** Shared rarity over the rarity of the side that has less of it. */
function weightedOverlap(
  a: readonly number[],
  inA: ReadonlySet<number>,
  b: readonly number[],
  rarity: Rarity,
  few = 0,
): number | null {
  if (a.length === 0 || b.length === 0) return null;
  let massA = 0;
  let massB = 0;
  let shared = 0;
  for (const term of a) massA += rarity.weight(term);
  for (const term of b) {
    const weight = rarity.weight(term);
    massB += weight;
    if (inA.has(term)) shared += weight;
  }
  return shared / Math.max(1e-9, Math.min(massA, massB) + few);
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

function overlap(a: readonly string[], b: readonly string[]): number | null {
  if (a.length === 0 || b.length === 0) return null;
  const other = new Set(b);
  return a.filter((entry) => other.has(entry)).length / Math.min(a.length, b.length);
}

/** Weight of the notion at a rank: what an article is most about counts most. */
const RANK_WEIGHTS = Array.from({ length: 64 }, (_, rank) => 1 / (1 + 0.3 * rank));
/** Stands in for notions that short texts leave out, so that one shared notion of one is no full agreement. */
const FEW_CONCEPTS = 0.8;

/** Cosine of two ranked lists. */
function rankedOverlap(a: readonly string[], b: readonly string[]): number | null {
  if (a.length === 0 || b.length === 0) return null;
  const weightsOf = (list: readonly string[]): number[] => list.map((_, rank) => RANK_WEIGHTS[rank] ?? 0);
  const square = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight * weight, 0);
  const inB = new Map(b.map((entry, rank) => [entry, RANK_WEIGHTS[rank] ?? 0]));
  const shared = a.reduce((sum, entry, rank) => sum + (RANK_WEIGHTS[rank] ?? 0) * (inB.get(entry) ?? 0), 0);
  return shared / Math.sqrt((square(weightsOf(a)) + FEW_CONCEPTS) * (square(weightsOf(b)) + FEW_CONCEPTS));
}

/** The province alone says little; where both sides name something within it, that decides. */
function placeOverlap(a: readonly string[], b: readonly string[]): number | null {
  const specificA = a.filter((code) => code.length > 2);
  const specificB = b.filter((code) => code.length > 2);
  const whole = overlap(a, b);
  if (specificA.length > 0 && specificB.length > 0) {
    const specific = overlap(specificA, specificB);
    return specific === 0 && provinceShared(a, b) ? ELSEWHERE_IN_PROVINCE : specific;
  }
  return whole === null || whole === 0 ? null : 0.7 * whole;
}

/** Two tellings of one event may each name other parts of the province that both speak of. */
const ELSEWHERE_IN_PROVINCE = 0.15;

function provinceShared(a: readonly string[], b: readonly string[]): boolean {
  return a.some((code) => code.length <= 2 && b.includes(code));
}

/** Share of the rarity of `terms` that the other side knows. */
function contained(terms: readonly number[], knows: (term: number) => boolean, rarity: Rarity): number {
  let all = 0;
  let found = 0;
  for (const term of terms) {
    const weight = rarity.weight(term);
    all += weight;
    if (knows(term)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
