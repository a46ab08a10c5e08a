/** English names of countries and languages back to their codes, from the runtime's own CLDR data. */

const LANGUAGE_CODES =
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tl tr uk ur uz vi zh zu'.split(
    ' ',
  );

const countries = byEnglishName('region', allRegions());
const languages = byEnglishName('language', LANGUAGE_CODES);

/** Names that GDELT writes otherwise than CLDR. */
const OTHER_COUNTRIES: Readonly<Record<string, string>> = {
  'hong kong': 'HK',
  macau: 'MO',
  burma: 'MM',
  myanmar: 'MM',
  'czech republic': 'CZ',
  turkey: 'TR',
  'ivory coast': 'CI',
};

/** ISO 3166-1 alpha-2 of an English country name, or null. */
export function countryCode(name: string): string | null {
  const key = name.trim().toLowerCase();
  return OTHER_COUNTRIES[key] ?? countries.get(key) ?? null;
}

/** ISO 639-1 of an English language name ("Chinese", "Vietnamese"), or null. */
export function languageCode(name: string): string | null {
  return languages.get(name.trim().toLowerCase()) ?? null;
}

function byEnglishName(type: 'region' | 'language', codes: readonly string[]): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type, fallback: 'none' });
  const found = new Map<string, string>();
  for (const code of codes) {
    const name = names.of(code);
    if (name !== undefined && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), code);
  }
  return found;
}

function allRegions(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter(
      // Codes withdrawn from the standard canonicalise to their successors (VD to VN).
      (code) => !/^(?:X.|Q[^A]|ZZ|EU|EZ|UN)$/.test(code) && new Intl.Locale(`und-${code}`).region === code,
    );
}
