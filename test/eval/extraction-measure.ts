/** Word 4-gram overlap between extracted and true text, and how it is averaged over pages. */

const LENGTH = 4;
const WORDS = /[\p{L}\p{M}\p{N}_]+/gu;
/** Scripts without spaces count each character as a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

export interface Overlap {
  readonly precision: number;
  readonly recall: number;
}

/** Share of the extracted 4-grams that are true and share of the true ones that were extracted, repeats counted. */
export function compareTexts(extracted: string, truth: string): Overlap {
  const found = gramsOf(extracted);
  const wanted = gramsOf(truth);
  let common = 0;
  for (const [gram, count] of found.counts) common += Math.min(count, wanted.counts.get(gram) ?? 0);
  if (found.total === 0 && wanted.total === 0) return { precision: 1, recall: 1 };
  return {
    precision: found.total === 0 ? 0 : common / found.total,
    recall: wanted.total === 0 ? 0 : common / wanted.total,
  };
}

/** F1 of the averaged precision and the averaged recall. */
export function averageF1(overlaps: readonly Overlap[]): { precision: number; recall: number; f1: number } {
  const precision = mean(overlaps.map((each) => each.precision));
  const recall = mean(overlaps.map((each) => each.recall));
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function gramsOf(text: string): { counts: Map<string, number>; total: number } {
  const words = (text.normalize('NFC').match(WORDS) ?? []).flatMap((word) =>
    UNSPACED.test(word) ? [...word] : [word],
  );
  const counts = new Map<string, number>();
  let total = 0;
  const last = Math.max(words.length - LENGTH, words.length > 0 ? 0 : -1);
  for (let index = 0; index <= last; index++, total++) {
    const gram = words.slice(index, index + LENGTH).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return { counts, total };
}
