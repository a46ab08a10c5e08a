import type { Proposition } from '../claims/proposition.ts';
import { findFields } from '../lexicon/fields.ts';

const read = new WeakMap<Proposition, ReadonlySet<string>>();

/** Narrow subjects that a sentence speaks of. */
export function fieldsOf(sentence: Proposition): ReadonlySet<string> {
  const known = read.get(sentence);
  if (known !== undefined) return known;
  const fields = new Set(findFields(sentence.quote, sentence.language).map(({ id }) => id));
  read.set(sentence, fields);
  return fields;
}

/** Subjects of the words between two offsets of a sentence. */
export function fieldsWithin(sentence: Proposition, start: number, end: number): ReadonlySet<string> {
  const hits = findFields(sentence.quote, sentence.language);
  return new Set(hits.filter((hit) => hit.start < end && hit.end > start).map(({ id }) => id));
}

/** Number of subjects in both, and their share of either: [count, of the first, of the second]; an empty one has a share of a half. */
export function compareFields(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): [number, number, number] {
  const shared = [...mine].filter((id) => theirs.has(id)).length;
  const share = (of: ReadonlySet<string>): number => (of.size === 0 ? 0.5 : shared / of.size);
  return [Math.min(6, shared), share(mine), share(theirs)];
}
