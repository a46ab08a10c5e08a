import type { Figure } from '../figures/figure.ts';
import { UNITS } from '../figures/unit.ts';

/** Official figures by size, among which those that may agree with a stated one are found without looking at the others. */
export interface NumberIndex<T> {
  /** Figures that may agree with a stated one, and some more: {@link WINDOW} to either side, of a unit that compares. */
  readonly near: (figure: Figure) => readonly T[];
  /** Dimensions of the official figures; null where one counts something that it does not name. */
  readonly dimensions: ReadonlySet<string | null>;
}

/** How far rounding, "over", "nearly" and the rates of currencies reach: half or twice, and a little more. */
const WINDOW = 2.2;

const FACTORS = new Map(UNITS.map(({ id, factor }) => [id, factor]));

interface Entry<T> {
  readonly low: number;
  readonly high: number;
  readonly of: T;
}

interface Bucket<T> {
  readonly dimension: string | null;
  readonly unit: string | null;
  /** By their lower end; none is wider than {@link WIDE}, so that a search by the lower end misses none. */
  readonly entries: Entry<T>[];
  readonly wide: Entry<T>[];
}

const WIDE = 4;

/** Indexes figures with what they belong to. */
export function createNumberIndex<T>(figures: Iterable<readonly [Figure, T]>): NumberIndex<T> {
  const buckets = new Map<string, Bucket<T>>();
  for (const [{ dimension, unit, low, high, step }, of] of figures) {
    const key = `${dimension} ${dimension === null ? '' : unit}`;
    const bucket = buckets.get(key) ?? { dimension, unit, entries: [], wide: [] };
    const ends = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
    const [from, to] = [Math.max(0, (ends[0] ?? 0) - step / 2), (ends[1] ?? 0) + step / 2];
    (to > from * WIDE ? bucket.wide : bucket.entries).push({ low: from, high: to, of });
    buckets.set(key, bucket);
  }
  for (const { entries } of buckets.values()) entries.sort((a, b) => a.low - b.low);
  return {
    near: (figure) => [...buckets.values()].flatMap((bucket) => rangesOf(figure, bucket).flatMap(within(bucket))),
    dimensions: new Set([...buckets.values()].map(({ dimension }) => dimension)),
  };
}

/** The sick and the dead are counted as people here and as cases there. */
const COUNTED_ALIKE = new Set(['people', 'case']);

/** Stretches of a bucket in which figures stand that may agree with the stated one. */
function rangesOf<T>(figure: Figure, { dimension, unit }: Bucket<T>): [number, number][] {
  const alike =
    figure.dimension === dimension ||
    figure.dimension === null ||
    dimension === null ||
    (COUNTED_ALIKE.has(dimension) && COUNTED_ALIKE.has(figure.dimension));
  if (!alike) return [];
  const scale =
    figure.dimension === null && dimension !== null
      ? (FACTORS.get(unit ?? '') ?? 1)
      : dimension === null && figure.dimension !== null
        ? 1 / (FACTORS.get(figure.unit ?? '') ?? 1)
        : 1;
  // Currencies compare at rates, which no window of their own amounts covers.
  if (dimension === 'currency') return [[0, Number.POSITIVE_INFINITY]];
  const { low, high, value, alternate, percent } = figure;
  const ends: [number, number][] = [[low, high]];
  if (alternate !== null) ends.push([alternate, alternate]);
  if (percent) ends.push([100 - value, 100 - value]);
  return ends.map(([a, b]) => {
    const [from = 0, to = 0] = [Math.abs(a), Math.abs(b)].sort((x, y) => x - y);
    return [(from * scale) / WINDOW - 1, to * scale * WINDOW + 1];
  });
}

function within<T>({ entries, wide }: Bucket<T>): (range: readonly [number, number]) => T[] {
  return ([from, to]) => {
    const found = wide.filter(({ low, high }) => low <= to && high >= from).map(({ of }) => of);
    for (let at = firstFrom(entries, from / WIDE); at < entries.length; at += 1) {
      const entry = entries[at];
      if (entry === undefined || entry.low > to) break;
      if (entry.high >= from) found.push(entry.of);
    }
    return found;
  };
}

/** Place of the first entry that does not lie below. */
function firstFrom<T>(entries: readonly Entry<T>[], least: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.low ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
