import { z } from 'zod';
import { fold } from '../text/fold.ts';
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
