import type { LookAlike } from '@lamro/domain';
import { createAutomaton } from '../text/automaton.ts';
import { type FoldedText, fold } from '../text/fold.ts';
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
  return ({ text }) =>
    find(text).flatMap(({ pattern, start, end }) => {
      const entry = entries[pattern];
      return entry !== undefined && onBoundaries(text, start, end) ? [{ start, end, why: entry.why }] : [];
    });
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
