import { z } from 'zod';
import causesFile from '../../data/lexicon/causes.json' with { type: 'json' };
import { createTermIndex, type TermHit } from './terms.ts';

/** Kinds of cause; `kin` are those that may stand beside it without denying it (rain and soft ground). */
const entries = z
  .array(
    z.object({ id: z.string().min(1), kin: z.array(z.string()).optional(), terms: z.record(z.string(), z.string()) }),
  )
  .parse(causesFile);

const KIN = new Map(entries.map(({ id, kin }) => [id, new Set(kin)]));
const finder = createTermIndex(entries);

/** Id of the words that say that something is a cause ("because", "nguyên nhân"). */
export const CAUSAL = 'cause';

/** Kinds of cause in a sentence, and the words that make them one (data/lexicon/causes.json). */
export function causeWordsIn({
  quote,
  language,
}: {
  readonly quote: string;
  readonly language: string;
}): readonly TermHit[] {
  return finder(language)(quote);
}

/** Whether two kinds of cause are one, or may both be true of one event. */
export function areKin(a: string, b: string): boolean {
  return a === b || KIN.get(a)?.has(b) === true || KIN.get(b)?.has(a) === true;
}
