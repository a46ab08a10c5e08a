import type { Figure } from './figure.ts';
import { UNITS } from './unit.ts';

/** Mid rates for telling a gross difference across currencies, in dong; near misses stay undecided (2026, rounded). */
const DONG_PER: Readonly<Record<string, number>> = {
  VND: 1,
  USD: 26_000,
  EUR: 29_500,
  JPY: 172,
  KRW: 18.5,
  CNY: 3_650,
  RUB: 320,
  THB: 790,
  KHR: 6.5,
  LAK: 1.2,
};
const RATE_TOLERANCE = 0.25;

export type Agreement = 'agrees' | 'differs' | 'incomparable';

/**
 * Whether a stated figure fits an official one. Rounding is no difference: "1,2 triệu" fits 1 234 567. "Over", "nearly" and
 * "about" are read as such. Figures of unlike dimensions do not compare; those of unlike currencies only grossly.
 */
export function compareFigures(claim: Figure, official: Figure): Agreement {
  if (claim.currency !== null && official.currency !== null && claim.currency !== official.currency) {
    return compareAcrossCurrencies(claim, official);
  }
  if (!sameDimension(claim, official)) return 'incomparable';
  const mine = claim.dimension === null ? inUnit(claim, official.unit) : claim;
  const theirs = official.dimension === null ? inUnit(official, claim.unit) : official;
  if (fits(mine, theirs)) return 'agrees';
  const { alternate } = mine;
  if (alternate !== null && fits({ ...mine, value: alternate, low: alternate, high: alternate }, theirs))
    return 'agrees';
  return 'differs';
}

const FACTORS = new Map(UNITS.map(({ id, factor }) => [id, factor]));

/** "367 fewer" beside hectares are hectares. */
function inUnit(figure: Figure, unit: string | null): Figure {
  const factor = FACTORS.get(unit ?? '') ?? 1;
  if (factor === 1) return figure;
  const { value, low, high, step, alternate } = figure;
  return {
    ...figure,
    value: value * factor,
    low: low * factor,
    high: high * factor,
    step: step * factor,
    alternate: alternate === null ? null : alternate * factor,
  };
}

/** Counts of unlike things do not compare; a bare number may be a count of anything. */
export function sameDimension(a: Figure, b: Figure): boolean {
  if (a.dimension === b.dimension) return true;
  const bare = a.dimension === null ? b : b.dimension === null ? a : null;
  return (
    bare !== null &&
    bare.currency === null &&
    bare.dimension !== 'percent' &&
    bare.dimension !== 'point' &&
    bare.dimension !== 'duration'
  );
}

function compareAcrossCurrencies(claim: Figure, official: Figure): Agreement {
  const left = claim.value * (DONG_PER[claim.currency ?? ''] ?? Number.NaN);
  const right = official.value * (DONG_PER[official.currency ?? ''] ?? Number.NaN);
  if (Number.isNaN(left) || Number.isNaN(right) || right === 0) return 'incomparable';
  const ratio = left / right;
  if (ratio > 1 - RATE_TOLERANCE && ratio < 1 + RATE_TOLERANCE) return 'agrees';
  return ratio < 0.5 || ratio > 2 ? 'differs' : 'incomparable';
}

/** Share by which a figure may miss its neighbour and still be the same statement. */
const SLACK = 0.02;
const LOOSE_SLACK = 0.1;
/** Rounding to a single figure goes so far and no further: six hundred million is not "one billion". */
const ROUGH = 0.3;

function fits(claim: Figure, official: Figure): boolean {
  const rough = Math.abs(claim.value) * (claim.approx === 'over' || claim.approx === 'atLeast' ? LOOSE_SLACK : ROUGH);
  const stated = Math.max(Math.min(claim.step / 2, rough), official.step / 2);
  const exact = claim.approx === 'exact' ? SLACK : LOOSE_SLACK;
  const slack = isSmallCount(claim, official) ? 0 : Math.abs(official.value) * exact;
  const margin = Math.max(stated * 1.001, slack);
  const { low, high } = official;
  switch (claim.approx) {
    case 'vague':
      return high >= claim.low && low <= claim.high;
    case 'over':
    case 'atLeast':
      return high >= claim.low - margin && low <= claim.high * 1.25 + margin;
    case 'nearly':
      return low <= claim.high + margin && high >= claim.low * 0.85;
    case 'under':
      return low <= claim.high + margin && high >= claim.low * 0.75;
    default:
      return officialFits(claim, official, margin);
  }
}

function officialFits(claim: Figure, official: Figure, margin: number): boolean {
  if (official.approx === 'over' || official.approx === 'atLeast') {
    return claim.high >= official.low - margin && claim.low <= official.high * 1.25;
  }
  if (official.approx === 'under' || official.approx === 'nearly') {
    return claim.low <= official.high + margin && claim.high >= official.low * 0.75;
  }
  return claim.high >= official.low - margin && claim.low <= official.high + margin;
}

/** Seven dead are not eight: small whole counts must match exactly. */
function isSmallCount(claim: Figure, official: Figure): boolean {
  return Math.abs(official.value) < 100 && Number.isInteger(claim.value) && claim.approx === 'exact' && !claim.percent;
}
