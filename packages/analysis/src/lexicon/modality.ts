import { z } from 'zod';
import modalityFile from '../../data/lexicon/modality.json' with { type: 'json' };
import { createTermIndex, type TermHit } from './terms.ts';

const MARK_IDS = [
  'hedge',
  'future',
  'all',
  'some',
  'rise',
  'fall',
  'authority',
  'says',
  'downfall',
  'thriving',
  'alone',
  'unharmed',
  'pending',
  'refused',
  'minor',
  'done',
  'recent-day',
  'rest',
  'hundreds',
  'dozens',
  'mass',
  'reported',
  'as-before',
] as const;
export type MarkId = (typeof MARK_IDS)[number];

const finder = createTermIndex(
  z.array(z.object({ id: z.enum(MARK_IDS), terms: z.record(z.string(), z.string()) })).parse(modalityFile),
);

/**
 * Words of a sentence that say how far, how surely, in which direction or on whose word it is told
 * (data/lexicon/modality.json).
 */
export function marksIn({
  quote,
  language,
}: {
  readonly quote: string;
  readonly language: string;
}): readonly TermHit[] {
  return finder(language)(quote);
}

export function hasMark(sentence: { readonly quote: string; readonly language: string }, ...ids: MarkId[]): boolean {
  return marksIn(sentence).some(({ id }) => ids.some((one) => one === id));
}
