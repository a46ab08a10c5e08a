import { z } from 'zod';
import numbersFile from '../../data/lexicon/numbers.json' with { type: 'json' };

/** Words come from outside: "constructor" in a text must find nothing. */
function withoutPrototype<Entries extends object>(entries: Entries): Entries {
  Object.setPrototypeOf(entries, null);
  return entries;
}

const phrases = z.record(z.string(), z.array(z.string())).transform(withoutPrototype);
const values = z
  .record(z.string(), z.record(z.string(), z.number().positive()).transform(withoutPrototype))
  .transform(withoutPrototype);

const numbersSchema = z.object({
  scales: values,
  words: values,
  half: phrases,
  before: z.record(z.string(), phrases),
  after: z.record(z.string(), phrases),
  range: phrases,
  decimalComma: z.array(z.string()),
});

/** How numbers are worded in the watched languages (data/lexicon/numbers.json). */
export const numerals = numbersSchema.parse(numbersFile);

/** Whether the language writes 1.234,5 rather than 1,234.5. */
export function writesDecimalComma(language: string): boolean {
  return numerals.decimalComma.includes(language);
}
