import { z } from 'zod';
import doingsFile from '../../data/lexicon/glossary/doings.json' with { type: 'json' };
import institutionsFile from '../../data/lexicon/glossary/institutions.json' with { type: 'json' };
import thingsFile from '../../data/lexicon/glossary/things.json' with { type: 'json' };
import { createTermIndex, type TermHit } from './terms.ts';

const wordSchema = z.strictObject({
  id: z.string().min(1),
  opposite: z.string().optional(),
  /** Says little about what a sentence is about. */
  generic: z.literal(true).optional(),
  terms: z.record(z.string(), z.string()),
});

/**
 * Ordinary words of the news in the watched languages (data/lexicon/glossary). No rule rests on one of them: they tell that two
 * sentences speak of one matter, where the notions are too few.
 */
export const GLOSSARY = z.array(wordSchema).parse([...doingsFile, ...institutionsFile, ...thingsFile]);

const OPPOSITES = new Map(GLOSSARY.map(({ id, opposite }) => [id, opposite ?? null]));

/** The opposite of a word of the glossary; null where it has none. */
export function oppositeWordOf(id: string): string | null {
  return OPPOSITES.get(id) ?? null;
}

const GENERIC = new Set(GLOSSARY.flatMap(({ id, generic }) => (generic ? [id] : [])));

/** Whether a word says little about what a sentence is about. */
export function isGenericWord(id: string): boolean {
  return GENERIC.has(id);
}

const finder = createTermIndex(GLOSSARY, 'whole');

/** Words of the glossary in a text; of two that overlap the longer one stays. */
export function findWords(text: string, language: string): readonly TermHit[] {
  const hits = finder(language)(text);
  const length = ({ start, end }: TermHit): number => end - start;
  return hits.filter(
    (hit) => !hits.some((other) => other.start <= hit.start && other.end >= hit.end && length(other) > length(hit)),
  );
}
