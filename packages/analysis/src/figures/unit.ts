import { z } from 'zod';
import unitsFile from '../../data/lexicon/units.json' with { type: 'json' };
import { legible } from './legible.ts';
import { isSpacedLetter, plainText } from './plain.ts';

const unitSchema = z.object({
  id: z.string().min(1),
  dimension: z.string().min(1),
  factor: z.number().positive(),
  /** Word that stands before the number ("ร้อยละ 25"), by language. */
  before: z.record(z.string(), z.string().min(1)).optional(),
  terms: z.record(z.string(), z.string().min(1)),
});
export type Unit = z.infer<typeof unitSchema>;

/** Units of measure and of count in the watched languages (data/lexicon/units.json). */
export const UNITS: readonly Unit[] = z.array(unitSchema).parse(unitsFile);

interface UnitTerm {
  readonly unit: Unit;
  readonly text: string;
  readonly open: boolean;
}

const TERMS = new Map<string, readonly UnitTerm[]>();

function termsFor(language: string): readonly UnitTerm[] {
  const known = TERMS.get(language);
  if (known !== undefined) return known;
  const terms = UNITS.flatMap((unit) =>
    [unit.terms['*'], unit.terms[language]].flatMap((joined) =>
      (joined ?? '')
        .split('|')
        .filter(Boolean)
        .map((term) => toTerm(unit, term)),
    ),
  ).sort((a, b) => b.text.length - a.text.length);
  TERMS.set(language, terms);
  return terms;
}

function toTerm(unit: Unit, term: string): UnitTerm {
  const open = term.endsWith('*');
  return { unit, text: plainText(legible(open ? term.slice(0, -1) : term).text), open };
}

/** Unit that stands at `at`, longest term first. */
export function unitAt(plain: string, at: number, language: string): { unit: Unit; end: number } | null {
  for (const term of termsFor(language)) {
    if (!plain.startsWith(term.text, at)) continue;
    let end = at + term.text.length;
    const spaced = isSpacedLetter(plain.charAt(end - 1));
    if (term.open) while (spaced && isSpacedLetter(plain.charAt(end))) end += 1;
    else if (spaced && isSpacedLetter(plain.charAt(end))) continue;
    return { unit: term.unit, end };
  }
  return null;
}

/** Currency sign or code that ends right before `at` ("$5", "US$ 5", "EUR 5"). */
export function currencyBefore(plain: string, at: number, language: string): { unit: Unit; start: number } | null {
  const end = plain.charAt(at - 1) === ' ' ? at - 1 : at;
  for (const term of termsFor(language)) {
    if (term.unit.dimension !== 'currency' || end < term.text.length) continue;
    const candidate = plain.slice(end - term.text.length, end);
    const start = end - term.text.length;
    if (candidate !== term.text || !/^(?:[a-z]{2,3}\$?|us\$|\$|€|₫|₩|₽|฿|៛|₭)$/.test(candidate)) continue;
    if (/[a-z]/.test(candidate.charAt(0)) && isSpacedLetter(plain.charAt(start - 1))) continue;
    return { unit: term.unit, start };
  }
  return null;
}

/** Unit whose word opens a quantity at `at` ("ร้อยละ 25", "百分之七"), and where its number begins. */
export function unitBefore(plain: string, at: number, language: string): { unit: Unit; end: number } | null {
  for (const unit of UNITS) {
    const word = unit.before?.[language];
    if (word === undefined || !plain.startsWith(word, at)) continue;
    const end = at + word.length;
    return { unit, end: plain.charAt(end) === ' ' ? end + 1 : end };
  }
  return null;
}
