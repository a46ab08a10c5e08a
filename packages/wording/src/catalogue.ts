import { deskEn } from './desk/en.ts';
import { deskVi } from './desk/vi.ts';
import type { Locale, Shape } from './locale/locale.ts';
import { vocabularyEn } from './vocabulary/en.ts';
import { vocabularyVi } from './vocabulary/vi.ts';

const vi = { ...deskVi, terms: vocabularyVi };

/** Every word of the web pages in one language; a missing or misspelt key does not compile. */
export type Words = Shape<typeof vi>;

const catalogues: Record<Locale, Words> = { vi, en: { ...deskEn, terms: vocabularyEn } };

/**
 * The words of one language.
 *
 * @example wordsIn('vi').terms.verdicts.distorted // 'Sai lệch'
 */
export function wordsIn(locale: Locale): Words {
  return catalogues[locale];
}

/**
 * The word for an id that came from data; the id itself where the list does not know it, so that nothing is hidden.
 *
 * @example termOf(words.terms.sectors, 'tourism') // 'Du lịch'
 */
export function termOf(terms: Readonly<Record<string, string>>, id: string | null): string {
  return id === null ? '' : ((Object.hasOwn(terms, id) ? terms[id] : undefined) ?? id);
}
