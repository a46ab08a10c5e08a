import { compareSequences, type Step } from './sequence.ts';

/** A run of words inside a changed paragraph. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export type ParagraphChange =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string; readonly words: readonly WordRun[] };

export interface TextDifference {
  readonly changed: boolean;
  /** Words taken out and put in, over all paragraphs. */
  readonly removedWords: number;
  readonly addedWords: number;
  readonly paragraphs: readonly ParagraphChange[];
}

const UNITS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+(?:[.,][\p{N}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu;

/**
 * What changed between two versions of a text, by paragraph and within a paragraph by word. Joining the `same`, `removed`
 * and `before` texts gives the first version back, the `same`, `added` and `after` texts the second (white space around
 * paragraphs and Unicode form aside).
 */
export function diffText(before: string, after: string): TextDifference {
  const steps = compareSequences(paragraphsOf(before), paragraphsOf(after));
  const paragraphs: ParagraphChange[] = [];
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index];
    const next = steps[index + 1];
    if (step === undefined) continue;
    if (step.kind !== 'same' && next !== undefined && next.kind !== 'same') {
      const [removed, added] = step.kind === 'removed' ? [step, next] : [next, step];
      paragraphs.push(...pair(removed.items, added.items));
      index++;
    } else paragraphs.push(...step.items.map((text) => ({ kind: step.kind, text })));
  }
  return { changed: paragraphs.some((each) => each.kind !== 'same'), ...countWords(paragraphs), paragraphs };
}

function paragraphsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** Puts removed and added paragraphs beside each other in order where they have enough words in common. */
function pair(removed: readonly string[], added: readonly string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let next = 0;
  for (const text of removed) {
    const match = added.findIndex(
      (candidate, index) => index >= next && index < next + 20 && resembles(text, candidate),
    );
    if (match < 0) {
      changes.push({ kind: 'removed', text });
      continue;
    }
    for (; next < match; next++) changes.push({ kind: 'added', text: added[next] ?? '' });
    changes.push(changedParagraph(text, added[match] ?? ''));
    next = match + 1;
  }
  return [...changes, ...added.slice(next).map((text) => ({ kind: 'added' as const, text }))];
}

function changedParagraph(before: string, after: string): ParagraphChange {
  const words = compareSequences(before.match(UNITS) ?? [], after.match(UNITS) ?? []);
  return {
    kind: 'changed',
    before,
    after,
    words: words.map((step: Step<string>) => ({ kind: step.kind, text: step.items.join('') })),
  };
}

function resembles(a: string, b: string): boolean {
  const first = new Set(wordsOf(a));
  const second = new Set(wordsOf(b));
  if (first.size === 0 || second.size === 0) return false;
  let common = 0;
  for (const word of first) if (second.has(word)) common++;
  return common / Math.max(first.size, second.size) > 0.4;
}

function wordsOf(text: string): string[] {
  return (text.match(UNITS) ?? []).filter((unit) => /[\p{L}\p{N}]/u.test(unit));
}

function countWords(paragraphs: readonly ParagraphChange[]): { removedWords: number; addedWords: number } {
  let removedWords = 0;
  let addedWords = 0;
  for (const each of paragraphs) {
    for (const run of each.kind === 'changed' ? each.words : [each]) {
      if (run.kind === 'removed') removedWords += wordsOf(run.text).length;
      else if (run.kind === 'added') addedWords += wordsOf(run.text).length;
    }
  }
  return { removedWords, addedWords };
}
