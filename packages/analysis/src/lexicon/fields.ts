import { z } from 'zod';
import { FIELD_FILES } from './files.ts';
import { createTermIndex, type TermHit } from './terms.ts';

const fieldSchema = z.strictObject({ id: z.string().min(1), terms: z.record(z.string(), z.string()) });

/**
 * Narrow subjects of the news (ferries, school meals, land clearance) with the words by which a text shows that it speaks of them
 * (data/lexicon/fields). Words of one field need not mean the same: they tell what a sentence is about, not what it says.
 */
export const FIELDS = z.array(fieldSchema).parse(FIELD_FILES.flat());

const finder = createTermIndex(FIELDS, 'whole');

/** Fields that a text speaks of, with where; one word may belong to several. */
export function findFields(text: string, language: string): readonly TermHit[] {
  return finder(language)(text);
}
