export interface ScoredPair {
  readonly score: number;
  readonly same: boolean;
}

/** Plain TF-IDF cosine of two texts per entry, with frequencies of all texts of the run. */
export function cosineOfTfIdf(pairs: readonly (readonly string[])[]): number[] {
  const documents = pairs.map((sides) => sides.map(wordsOf));
  const frequency = new Map<string, number>();
  for (const words of documents.flat()) {
    for (const word of new Set(words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const size = documents.flat().length;
  const rarity = (word: string): number => Math.log((1 + size) / (1 + (frequency.get(word) ?? 0))) + 1;
  return documents.map(([first = [], second = []]) => cosine(vectorOf(first, rarity), vectorOf(second, rarity)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function vectorOf(words: readonly string[], rarity: (word: string) => number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, count * rarity(word)]));
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let product = 0;
  for (const [word, weight] of a) product += weight * (b.get(word) ?? 0);
  const length = (vector: ReadonlyMap<string, number>): number =>
    Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return product / Math.max(1e-12, length(a) * length(b));
}

/** Highest accuracy that any threshold reaches. */
export function bestAccuracy(pairs: readonly ScoredPair[]): number {
  return Math.max(...pairs.map(({ score }) => pairwise(pairs, score).accuracy));
}

export function pairwise(pairs: readonly ScoredPair[], threshold: number): { accuracy: number; f1: number } {
  const joined = (pair: ScoredPair): boolean => pair.score >= threshold;
  const right = pairs.filter((pair) => joined(pair) === pair.same).length;
  const found = pairs.filter((pair) => joined(pair) && pair.same).length;
  const wrong = pairs.length - right;
  return { accuracy: right / pairs.length, f1: (2 * found) / Math.max(1, 2 * found + wrong) };
}
