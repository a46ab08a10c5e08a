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
  /** Languages whose press groups thousands by a point here and a comma there. */
  eitherSeparator: z.array(z.string()),
  /** Languages that part groups of digits by spaces. */
  spacedGroups: z.array(z.string()),
  /** Words before a scale that leave how many of it open ("หลายพัน": thousands). */
  several: phrases,
  /** "And some more" between a number and its scale ("500 กว่าล้าน"). */
  more: phrases,
  /** Words by which any thing is counted, joined by `|`; what is counted stands before the number. */
  counters: z.record(z.string(), z.string().min(1)).transform(withoutPrototype),
  /** Words after which a number names a thing and counts none, joined by `|`. */
  reference: z.record(z.string(), z.string().min(1)).transform(withoutPrototype),
  /** Patterns of what holds digits or number words and is no number: times of day, telephones, words such as "สามารถ". */
  none: phrases,
});

/** How numbers are worded in the watched languages (data/lexicon/numbers.json). */
export const numerals = numbersSchema.parse(numbersFile);

const NONE = new Map(
  Object.entries(numerals.none).map(([language, patterns]) => [
    language,
    patterns.map((pattern) => new RegExp(pattern, 'gu')),
  ]),
);

/** Compiled patterns of what is no number in the language. */
export function noNumbers(language: string): readonly RegExp[] {
  return NONE.get(language) ?? [];
}

/** Whether the language writes 1.234,5 rather than 1,234.5. */
export function writesDecimalComma(language: string): boolean {
  return numerals.decimalComma.includes(language);
}
