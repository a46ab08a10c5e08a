import type { LookAlike } from '@lamro/domain';
import { createAutomaton } from '../text/automaton.ts';
import { type FoldedText, fold, hasDiacritics, toneForm } from '../text/fold.ts';
import { isSpaced, isWordCharacter, scriptOf } from '../text/script.ts';

/** Part of the folded text that only looks like a name. */
export interface Disguise {
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

/** Builds the search for declared look-alike wordings. Those that equal a name are no disguise; they make it ambiguous. */
export function createDisguiseFinder(
  lookAlikes: readonly LookAlike[],
  isName: (folded: string) => boolean,
): (folded: FoldedText) => Disguise[] {
  const entries = lookAlikes
    .map((entry) => ({ ...entry, folded: fold(entry.text) }))
    .filter((entry) => !isName(entry.folded));
  const find = createAutomaton(entries.map((entry) => entry.folded));
  return ({ text, source, starts, ends }) =>
    find(text).flatMap(({ pattern, start, end }) => {
      const entry = entries[pattern];
      if (entry === undefined || !onBoundaries(text, start, end)) return [];
      const written = source.slice(starts[start], ends[end - 1]);
      return spelledAs(written, entry) ? [{ start, end, why: entry.why }] : [];
    });
}

/** "Lâm Đồng thu hồi" is not the person "Lâm Đồng Thư": marks and capitals count where the text writes them. */
function spelledAs(written: string, entry: LookAlike): boolean {
  if (entry.language !== 'vi') return true;
  if (hasDiacritics(written) && toneForm(written) !== toneForm(entry.text)) return false;
  const words = written.split(/[\s\-–—]+/);
  const declared = entry.text.split(/[\s\-–—]+/);
  return declared.every((word, at) => !isCapital(word) || isCapital(words[at] ?? ''));
}

function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

function onBoundaries(text: string, start: number, end: number): boolean {
  return !joined(text.charAt(start - 1), text.charAt(start)) && !joinedAfter(text.charAt(end - 1), text.charAt(end));
}

function joined(left: string, right: string): boolean {
  if (left === '' || right === '' || !isWordCharacter(left) || !isWordCharacter(right)) return false;
  const script = scriptOf(right);
  return isSpaced(script) && scriptOf(left) === script;
}

/** Korean particles and Russian endings may follow a wording. */
function joinedAfter(left: string, right: string): boolean {
  const script = scriptOf(left);
  return script !== 'hangul' && script !== 'cyrillic' && joined(left, right);
}
