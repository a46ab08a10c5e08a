/** A Vietnamese syllable without its tone: "nguyễn" is `ng`, `uyê`, `n`; "quảng" is `qu`, `a`, `ng`. */
export interface Syllable {
  readonly onset: string;
  readonly vowel: string;
  readonly coda: string;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SHAPE = /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?([aăâeêioôơuưy]+)(ch|c|k|m|ng|nh|n|p|t)?$/u;

/** Parts of one written syllable, in any case; null when it is not spelled as Vietnamese syllables are ("Krông"). */
export function readSyllable(written: string): Syllable | null {
  const plain = written.normalize('NFD').toLowerCase().replace(TONES, '').normalize('NFC');
  // "gì" and "giếng": the i of the onset is the vowel too.
  const match = SHAPE.exec(plain) ?? SHAPE.exec(plain.replace(/^gi/, 'gii'));
  if (match?.[2] === undefined) return null;
  const onset = match[1] ?? '';
  const coda = match[3] === 'k' ? 'c' : (match[3] ?? '');
  return { onset: onset.replace(/h$/, (h) => (/^(?:ng|g)h$/.test(onset) ? '' : h)), vowel: match[2], coda };
}

/** All ways to take one of each list, joined; at most `most`, the first choices first. */
export function combine(lists: readonly (readonly string[])[], most = 12): string[] {
  return lists.reduce<string[]>(
    (heads, list) => list.flatMap((tail) => heads.map((head) => head + tail)).slice(0, most),
    [''],
  );
}
