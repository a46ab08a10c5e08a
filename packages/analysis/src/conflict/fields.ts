import type { Proposition } from '../claims/proposition.ts';
import { findFields } from '../lexicon/fields.ts';
import type { TermHit } from '../lexicon/terms.ts';

const read = new WeakMap<Proposition, readonly TermHit[]>();

/** Every pairing of a sentence asks for them again. */
function hitsIn(sentence: Proposition): readonly TermHit[] {
  const known = read.get(sentence);
  if (known !== undefined) return known;
  const hits = findFields(sentence.quote, sentence.language);
  read.set(sentence, hits);
  return hits;
}

/** Narrow subjects that a sentence speaks of. */
export function fieldsOf(sentence: Proposition): ReadonlySet<string> {
  return fieldsWithin(sentence, 0, sentence.quote.length);
}

/** Subjects of the words between two offsets of a sentence. */
export function fieldsWithin(sentence: Proposition, start: number, end: number): ReadonlySet<string> {
  return new Set(hitsIn(sentence).flatMap((hit) => (hit.start < end && hit.end > start ? [hit.id] : [])));
}

/** Number of subjects in both, and their share of either: [count, of the first, of the second]; an empty one has a share of a half. */
export function compareFields(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): [number, number, number] {
  const shared = [...mine].filter((id) => theirs.has(id)).length;
  const share = (of: ReadonlySet<string>): number => (of.size === 0 ? 0.5 : shared / of.size);
  return [Math.min(6, shared), share(mine), share(theirs)];
}
