import { type Amount, notionTerm } from './features.ts';
import type { Rarity } from './statistics.ts';

/** Shared rarity over the rarity of the side that has less of it. */
export function weightedOverlap(
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

/** Share of the shorter list that stands in the other too; `null` where one is empty. */
export function overlap(a: readonly string[], b: readonly string[]): number | null {
  if (a.length === 0 || b.length === 0) return null;
  const other = new Set(b);
  return a.filter((entry) => other.has(entry)).length / Math.min(a.length, b.length);
}

/** Weight of the notion at a rank: what an article is most about counts most. */
const RANK_WEIGHTS = Array.from({ length: 64 }, (_, rank) => 1 / (1 + 0.3 * rank));
/** Stands in for notions that short texts leave out, so that one shared notion of one is no full agreement. */
const FEW_NOTIONS = 4;

/** Notions with their weight, and the square of its length. */
export interface NotionVector {
  readonly weights: ReadonlyMap<string, number>;
  readonly square: number;
}

/** Each notion weighed by its rank and its rarity. */
export function notionVector(ids: readonly string[], rarity: Rarity): NotionVector {
  const weights = new Map(ids.map((id, rank) => [id, (RANK_WEIGHTS[rank] ?? 0) * rarity.weight(notionTerm(id))]));
  let square = FEW_NOTIONS;
  for (const weight of weights.values()) square += weight * weight;
  return { weights, square };
}

/** Cosine of two vectors of notions; `null` where one side has none. */
export function notionCosine(a: NotionVector, b: NotionVector): number | null {
  if (a.weights.size === 0 || b.weights.size === 0) return null;
  let shared = 0;
  for (const [id, weight] of b.weights) shared += weight * (a.weights.get(id) ?? 0);
  return shared / Math.sqrt(a.square * b.square);
}

/** How many figures of one unit both sides state, within what the coarser of them rounds away. */
export function agreeingAmounts(a: readonly Amount[], b: readonly Amount[]): number {
  return a.filter(([unit, value, step]) =>
    b.some((other) => other[0] === unit && Math.abs(other[1] - value) <= HALF_STEP * Math.max(step, other[2])),
  ).length;
}

/** A little over half: what lies on the edge rounds either way. */
const HALF_STEP = 0.51;

/** The province alone says little; where both sides name something within it, that decides. */
export function placeOverlap(a: readonly string[], b: readonly string[]): number | null {
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
export function contained(terms: readonly number[], knows: (term: number) => boolean, rarity: Rarity): number {
  let all = 0;
  let found = 0;
  for (const term of terms) {
    const weight = rarity.weight(term);
    all += weight;
    if (knows(term)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}
