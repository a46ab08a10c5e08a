import { z } from 'zod';
import { type FoldedText, fold } from '../text/fold.ts';
import list from './provinces.json' with { type: 'json' };

const names = z.array(z.string().min(1)).parse(list);

/** Folded names of every province and centrally run city of Viet Nam, of the list before July 2025 and of today's. */
export const PROVINCES: ReadonlySet<string> = new Set(
  names.flatMap((name) => [fold(name), fold(name).replaceAll(' ', '')]),
);

const LONGEST = Math.max(...[...PROVINCES].map((name) => name.length));

/** The province named at the very start of folded text, e.g. "cao bang" in "cao bang thieu nuoc"; null when there is none. */
export function provinceAtStart(folded: string): string | null {
  const head = folded.slice(0, LONGEST + 1);
  for (let length = Math.min(LONGEST, head.length); length > 2; length -= 1) {
    const candidate = head.slice(0, length);
    if (PROVINCES.has(candidate) && !/[\p{L}\p{N}]/u.test(folded.charAt(length))) return candidate;
  }
  return null;
}

/** Finds the names of provinces in folded text, in Latin letters and on word boundaries. */
export const PROVINCE_NAMES = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...PROVINCES].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** Whether the text names, with a capital letter, a province that is not among `own` (folded names). */
export function namesOtherProvince({ text, source, starts }: FoldedText, own: ReadonlySet<string>): boolean {
  return [...text.matchAll(PROVINCE_NAMES)].some(
    ({ 0: name, index }) => !own.has(name) && /\p{Lu}/u.test(source.charAt(starts[index] ?? 0)),
  );
}
