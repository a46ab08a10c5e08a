import type { ClarificationText, PublicClarification } from '@lamro/database';
import type { Profile } from '@lamro/profiles';
import { type Locale, type PublicWords, publicWords } from '@lamro/wording';

/** Where the public pages stand and in whose name. */
export interface Site {
  readonly profile: Profile;
  /** Origin at which everybody reaches the pages. */
  readonly baseUrl: string;
}

export const ROOT = '/cong-khai';

/** One clarification in one of its languages. */
export interface Telling {
  readonly clarification: PublicClarification;
  readonly text: ClarificationText;
  readonly url: string;
}

/** The frame around a text: Vietnamese around Vietnamese, English around every other language. */
export function frameOf(language: string): { readonly locale: Locale; readonly words: PublicWords } {
  const locale = language === 'vi' ? 'vi' : 'en';
  return { locale, words: publicWords[locale] };
}

/** The body that issues, as its documents name it. */
export function issuerOf({ profile }: Site): string {
  return `${profile.office.body} (${profile.name})`;
}

/** A clarification in a language; undefined where it has no such text. Without a language, in the first it has: Vietnamese, where there is one. */
export function tellingOf(site: Site, clarification: PublicClarification, language?: string): Telling | undefined {
  const [first] = clarification.texts;
  const text = language === undefined ? first : clarification.texts.find((one) => one.language === language);
  if (text === undefined) return undefined;
  const path = text === first ? `${ROOT}/${clarification.id}` : `${ROOT}/${clarification.id}/${text.language}`;
  return { clarification, text, url: addressOf(site, path) };
}

export function addressOf({ baseUrl }: Site, path: string): string {
  return new URL(path, baseUrl).href;
}
