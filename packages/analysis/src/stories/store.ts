import { type Amount, MAX_NOTIONS, type StoryFeatures } from './features.ts';
import { SIGNATURE_LENGTH } from './fingerprint.ts';

/** Features of many articles in packed memory, by number in order of arrival. */
export interface FeatureStore {
  add(features: StoryFeatures): number;
  /** @throws RangeError when no article has this number */
  get(article: number): StoryFeatures;
  readonly size: number;
}

const SLAB = 1 << 20;
/** The heaviest terms are kept; the tail of a long text adds little to its likeness. */
const KEPT_TERMS = 64;
const KEPT_NAMES = 24;
const KEPT_WORDS = 16;
const WEIGHT_SCALE = 100;
const NO_DAY = 0xffffffff;

/**
 * Packs features into slabs of 32-bit words (a little under a kilobyte an article) so that a million of them stay small for the
 * collector. Figures keep six significant digits, places and notions are written once each.
 */
export function createFeatureStore(): FeatureStore {
  const slabs: Uint32Array[] = [];
  const starts: number[] = [];
  const dictionary = createDictionary();
  let free = SLAB;
  return {
    get size() {
      return starts.length;
    },
    add(features) {
      const packed = pack(features, dictionary);
      if (free + packed.length > SLAB) {
        slabs.push(new Uint32Array(SLAB));
        free = 0;
      }
      slabs.at(-1)?.set(packed, free);
      starts.push((slabs.length - 1) * SLAB + free);
      free += packed.length;
      return starts.length - 1;
    },
    get(article) {
      const start = starts[article];
      const slab = start === undefined ? undefined : slabs[Math.floor(start / SLAB)];
      if (start === undefined || slab === undefined) throw new RangeError(`Không có bài số ${article} trong kho.`);
      return unpack(slab, start % SLAB, dictionary);
    },
  };
}

interface Dictionary {
  numberOf(text: string): number;
  textOf(number: number): string;
}

function createDictionary(): Dictionary {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      return texts.push(text) - 1;
    },
    textOf: (number) => texts[number] ?? '',
  };
}

const float = new Float32Array(1);
const floatBits = new Uint32Array(float.buffer);

function bitsOfNumber(value: number): number {
  float[0] = value;
  return floatBits[0] ?? 0;
}

function numberOfBits(bits: number): number {
  floatBits[0] = bits;
  return Number((float[0] ?? 0).toPrecision(6));
}

function pack(features: StoryFeatures, dictionary: Dictionary): number[] {
  const terms = features.terms.slice(0, KEPT_TERMS);
  const lists = [
    terms.map(([term]) => term),
    terms.map(([, weight]) => Math.round(weight * WEIGHT_SCALE)),
    features.title.slice(0, KEPT_WORDS),
    features.names.slice(0, KEPT_NAMES),
    features.numbers.slice(0, KEPT_WORDS).map((value) => bitsOfNumber(Number(value))),
    features.amounts
      .slice(0, KEPT_WORDS)
      .flatMap(([unit, value, step]) => [dictionary.numberOf(unit), bitsOfNumber(value), bitsOfNumber(step)]),
    features.dates.slice(0, KEPT_WORDS).map((date) => dictionary.numberOf(date)),
    features.periods.slice(0, KEPT_WORDS).map((period) => dictionary.numberOf(period)),
    features.places.slice(0, KEPT_WORDS).map((place) => dictionary.numberOf(place)),
    features.concepts.slice(0, MAX_NOTIONS).map((concept) => dictionary.numberOf(concept)),
  ];
  const head = [dictionary.numberOf(features.language), features.day ?? NO_DAY, features.words];
  return [...head, ...features.signature, ...lists.flatMap((list) => [list.length, ...list])];
}

function unpack(slab: Uint32Array, start: number, dictionary: Dictionary): StoryFeatures {
  let at = start + 3 + SIGNATURE_LENGTH;
  const next = (): number[] => {
    const length = slab[at] ?? 0;
    const list = Array.from(slab.subarray(at + 1, at + 1 + length));
    at += 1 + length;
    return list;
  };
  const day = slab[start + 1] ?? NO_DAY;
  const hashes = next();
  const weights = next();
  return {
    language: dictionary.textOf(slab[start] ?? 0),
    day: day === NO_DAY ? null : day,
    words: slab[start + 2] ?? 0,
    signature: Array.from(slab.subarray(start + 3, start + 3 + SIGNATURE_LENGTH)),
    terms: hashes.map((hash, rank) => [hash, (weights[rank] ?? 0) / WEIGHT_SCALE] as const),
    title: next(),
    names: next(),
    numbers: next().map((bits) => String(numberOfBits(bits))),
    amounts: triplesOf(next()).map(([unit, value, step]): Amount => {
      return [dictionary.textOf(unit), numberOfBits(value), numberOfBits(step)];
    }),
    dates: next().map(dictionary.textOf),
    periods: next().map(dictionary.textOf),
    places: next().map(dictionary.textOf),
    concepts: next().map(dictionary.textOf),
  };
}

function triplesOf(list: readonly number[]): [number, number, number][] {
  return Array.from({ length: list.length / 3 }, (_, at) => [
    list[3 * at] ?? 0,
    list[3 * at + 1] ?? 0,
    list[3 * at + 2] ?? 0,
  ]);
}
