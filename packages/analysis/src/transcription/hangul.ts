import { combine, type Syllable } from './syllable.ts';

/**
 * Vietnamese in Hangul by the rule of the National Institute of Korean Language (2004: c is ㄲ, t is ㄸ, tr and ch are ㅉ), and
 * as papers wrote it before and still do, with aspirated consonants (ㅋ, ㅌ, ㅊ).
 */
const ONSETS: Readonly<Record<string, readonly string[]>> = {
  '': ['ㅇ'],
  b: ['ㅂ'],
  c: ['ㄲ', 'ㅋ'],
  k: ['ㄲ', 'ㅋ'],
  qu: ['ㄲ', 'ㅋ'],
  ch: ['ㅉ', 'ㅊ'],
  d: ['ㅈ'],
  gi: ['ㅈ'],
  đ: ['ㄷ'],
  g: ['ㄱ'],
  h: ['ㅎ'],
  kh: ['ㅋ'],
  l: ['ㄹ'],
  m: ['ㅁ'],
  n: ['ㄴ'],
  ng: ['ㅇ'],
  nh: ['ㄴ'],
  p: ['ㅃ', 'ㅍ'],
  ph: ['ㅍ'],
  r: ['ㄹ'],
  s: ['ㅅ'],
  t: ['ㄸ', 'ㅌ'],
  th: ['ㅌ'],
  tr: ['ㅉ', 'ㅊ'],
  v: ['ㅂ'],
  x: ['ㅆ', 'ㅅ'],
};
/** Vowels as Korean syllables spell them, one letter a syllable. */
const VOWELS: Readonly<Record<string, string>> = {
  a: 'ㅏ',
  ă: 'ㅏ',
  â: 'ㅓ',
  e: 'ㅐ',
  ê: 'ㅔ',
  i: 'ㅣ',
  y: 'ㅣ',
  o: 'ㅗ',
  ô: 'ㅗ',
  ơ: 'ㅓ',
  u: 'ㅜ',
  ư: 'ㅡ',
  ai: 'ㅏㅣ',
  ay: 'ㅏㅣ',
  ây: 'ㅓㅣ',
  ao: 'ㅏㅗ',
  au: 'ㅏㅜ',
  âu: 'ㅓㅜ',
  eo: 'ㅐㅗ',
  êu: 'ㅔㅜ',
  ia: 'ㅣㅓ',
  iê: 'ㅣㅔ',
  yê: 'ㅣㅔ',
  iêu: 'ㅣㅔㅜ',
  iu: 'ㅣㅜ',
  oa: 'ㅗㅏ',
  oai: 'ㅗㅏㅣ',
  oe: 'ㅗㅐ',
  oi: 'ㅗㅣ',
  ôi: 'ㅗㅣ',
  ơi: 'ㅓㅣ',
  ua: 'ㅜㅓ',
  uâ: 'ㅜㅓ',
  uê: 'ㅜㅔ',
  ui: 'ㅜㅣ',
  uô: 'ㅜㅗ',
  uy: 'ㅜㅣ',
  uyê: 'ㅜㅖ',
  ưa: 'ㅡㅓ',
  ươ: 'ㅡㅓ',
  ươi: 'ㅡㅓㅣ',
};
const CODAS: Readonly<Record<string, string>> = {
  '': '',
  c: 'ㄱ',
  ch: 'ㄱ',
  m: 'ㅁ',
  n: 'ㄴ',
  ng: 'ㅇ',
  nh: 'ㄴ',
  p: 'ㅂ',
  t: 'ㅅ',
};
const PALATAL: Readonly<Record<string, string>> = {
  ㅏ: 'ㅑ',
  ㅓ: 'ㅕ',
  ㅗ: 'ㅛ',
  ㅜ: 'ㅠ',
  ㅡ: 'ㅠ',
  ㅔ: 'ㅖ',
  ㅐ: 'ㅒ',
};
const AFTER_QU: Readonly<Record<string, string>> = { ㅏ: 'ㅘ' };

const LEADS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const MIDDLES = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const TAILS = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇ';

/** One block of lead, vowel and tail (Unicode 3.12). */
function block(lead: string, middle: string, tail: string): string {
  const at = (LEADS.indexOf(lead) * 21 + MIDDLES.indexOf(middle)) * 28 + Math.max(0, TAILS.indexOf(tail || ' '));
  return String.fromCodePoint(0xac00 + at);
}

/** Spellings of one syllable; empty when a part has no rule. */
export function hangulOf({ onset, vowel, coda }: Syllable): string[] {
  const leads = ONSETS[onset];
  const middles = middlesOf(onset, vowel, coda);
  const tail = CODAS[coda];
  if (leads === undefined || middles === null || tail === undefined) return [];
  // "ng" before a vowel is a syllable of its own: 응우옌.
  const [head, heads] = onset === 'ng' ? ['응', ['ㅇ']] : ['', leads];
  return heads.map((lead) =>
    [...middles].reduce(
      (written, middle, at) => written + block(at === 0 ? lead : 'ㅇ', middle, at === middles.length - 1 ? tail : ''),
      head,
    ),
  );
}

function middlesOf(onset: string, vowel: string, coda: string): string | null {
  const plain = VOWELS[vowel];
  if (plain === undefined) return null;
  // "anh" and "ach" are 아인 and 아익.
  const glided = (coda === 'nh' || coda === 'ch') && vowel === 'a' ? `${plain}ㅣ` : plain;
  const first = glided.charAt(0);
  if (onset === 'nh') return (PALATAL[first] ?? first) + glided.slice(1);
  if (onset !== 'qu') return glided;
  const joined = AFTER_QU[first];
  return joined === undefined ? `ㅜ${vowel === 'yê' ? 'ㅖ' : glided}` : joined + glided.slice(1);
}

/** Spellings of a whole name: between vowels l may be doubled ("하랑", "할랑"). */
export function joinHangul(syllables: readonly (readonly string[])[]): string[] {
  return combine(syllables).flatMap((name) => {
    const doubled = name.replace(/(.)(?=[라-맇])/gu, (before) => withFinalL(before));
    return doubled === name ? [name] : [name, doubled];
  });
}

function withFinalL(syllable: string): string {
  const code = (syllable.codePointAt(0) ?? 0) - 0xac00;
  return code >= 0 && code < 11172 && code % 28 === 0 ? String.fromCodePoint(0xac00 + code + 8) : syllable;
}
