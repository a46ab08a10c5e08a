import type { Locale } from '../locale/locale.ts';

const languages: Record<Locale, Intl.DisplayNames> = {
  vi: new Intl.DisplayNames('vi', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
};
const countries: Record<Locale, Intl.DisplayNames> = {
  vi: new Intl.DisplayNames('vi', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};
const UNKNOWN: Record<Locale, string> = { vi: 'chưa rõ', en: 'unknown' };

/** The name of a language by its ISO 639-1 code; `und` and codes that nobody knows are said to be unknown. */
export function languageName(code: string, locale: Locale): string {
  if (code === 'und' || !/^[a-z]{2,3}$/.test(code)) return UNKNOWN[locale];
  return languages[locale].of(code) ?? UNKNOWN[locale];
}

/** The name of a country by its ISO 3166-1 alpha-2 code. */
export function countryName(code: string, locale: Locale): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return UNKNOWN[locale];
  return countries[locale].of(code.toUpperCase()) ?? UNKNOWN[locale];
}
