/** A run of words that both texts have, or only one of them. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

const MOST_WORDS = 4_000;

/**
 * What changed between two texts, word by word, by the longest common subsequence. Texts that are too long to compare
 * word by word are compared line by line.
 */
export function difference(before: string, after: string): readonly Change[] {
  const long = before.length + after.length > MOST_WORDS * 12;
  const [a, b] = [split(before, long), split(after, long)];
  const head = commonLength(a, b);
  const tail = commonLength(a.slice(head).reverse(), b.slice(head).reverse());
  const middle = changes(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const same = (words: readonly string[]): Change => ({ kind: 'same', text: words.join('') });
  return merge([same(a.slice(0, head)), ...middle, same(a.slice(a.length - tail))]);
}

function split(text: string, long: boolean): readonly string[] {
  return text.match(long ? /[^\n]*\n|[^\n]+$/g : /\s+|[^\s]+/g) ?? [];
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length);
  for (let index = 0; index < most; index++) if (a[index] !== b[index]) return index;
  return most;
}

function changes(a: readonly string[], b: readonly string[]): Change[] {
  const removed = (words: readonly string[]): Change => ({ kind: 'removed', text: words.join('') });
  const added = (words: readonly string[]): Change => ({ kind: 'added', text: words.join('') });
  if (a.length === 0 || b.length === 0 || a.length > MOST_WORDS || b.length > MOST_WORDS) return [removed(a), added(b)];
  const lengths = commonLengths(a, b);
  const found: Change[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] ?? '', b[j] ?? ''];
    if (left === right) {
      found.push({ kind: 'same', text: left });
      i++;
      j++;
    } else if (at(lengths, b.length, i + 1, j) >= at(lengths, b.length, i, j + 1)) {
      found.push({ kind: 'removed', text: left });
      i++;
    } else {
      found.push({ kind: 'added', text: right });
      j++;
    }
  }
  return [...found, removed(a.slice(i)), added(b.slice(j))];
}

/** Length of the longest common subsequence of every pair of tails, row by row. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const lengths = new Uint16Array((a.length + 1) * (b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * (b.length + 1) + j] =
        a[i] === b[j]
          ? at(lengths, b.length, i + 1, j + 1) + 1
          : Math.max(at(lengths, b.length, i + 1, j), at(lengths, b.length, i, j + 1));
    }
  }
  return lengths;
}

function at(lengths: Uint16Array, width: number, i: number, j: number): number {
  return lengths[i * (width + 1) + j] ?? 0;
}

function merge(parts: readonly Change[]): readonly Change[] {
  const merged: Change[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.text === '') continue;
    if (last?.kind === part.kind) merged[merged.length - 1] = { kind: part.kind, text: last.text + part.text };
    else merged.push(part);
  }
  return merged;
}
