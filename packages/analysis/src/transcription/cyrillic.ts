import { combine, type Syllable } from './syllable.ts';

/**
 * Practical transcription of Vietnamese into Russian, as maps and the press use it (syllables are written together), with the
 * variants that papers mix: "Тьенхай" and "Тиенхай", "Шон" and "Сон".
 */
const ONSETS: Readonly<Record<string, readonly string[]>> = {
  '': [''],
  b: ['б'],
  c: ['к'],
  k: ['к'],
  qu: ['ку'],
  ch: ['ть', 'ч'],
  d: ['з'],
  gi: ['з'],
  đ: ['д'],
  g: ['г'],
  h: ['х'],
  kh: ['кх', 'х'],
  l: ['л'],
  m: ['м'],
  n: ['н'],
  ng: ['нг'],
  nh: ['нь'],
  p: ['п'],
  ph: ['ф'],
  r: ['р'],
  s: ['ш', 'с'],
  t: ['т'],
  th: ['тх', 'т'],
  tr: ['ч'],
  v: ['в'],
  x: ['с'],
};
const VOWELS: Readonly<Record<string, readonly string[]>> = {
  a: ['а'],
  ă: ['а'],
  â: ['а', 'э'],
  e: ['е'],
  ê: ['е'],
  i: ['и'],
  y: ['и'],
  o: ['о'],
  ô: ['о'],
  ơ: ['о', 'э'],
  u: ['у'],
  ư: ['ы', 'у'],
  ai: ['ай'],
  ay: ['ай'],
  ây: ['ай', 'эй'],
  ao: ['ао'],
  au: ['ау'],
  âu: ['ау'],
  eo: ['ео'],
  êu: ['еу'],
  ia: ['иа'],
  iê: ['ье', 'ие'],
  yê: ['йе', 'ие'],
  iêu: ['ьеу', 'иеу'],
  iu: ['иу'],
  oa: ['оа'],
  oai: ['оай'],
  oe: ['оэ'],
  oi: ['ой'],
  ôi: ['ой'],
  ơi: ['ой'],
  ua: ['уа'],
  uâ: ['уа', 'уэ'],
  uê: ['уэ', 'уе'],
  ui: ['уй'],
  uô: ['уо'],
  uy: ['уи', 'юи', 'уй'],
  uyê: ['уе', 'юе'],
  ưa: ['ыа'],
  ươ: ['ыо', 'уо'],
  ươi: ['ыой'],
};
const CODAS: Readonly<Record<string, readonly string[]>> = {
  '': [''],
  c: ['к'],
  ch: ['ть', 'ч', 'к'],
  m: ['м'],
  n: ['н'],
  ng: ['нг'],
  nh: ['нь'],
  p: ['п'],
  t: ['т'],
};
const SOFT: Readonly<Record<string, string>> = { а: 'я', у: 'ю', ы: 'ьы', и: 'и', е: 'е', о: 'ё', э: 'е', й: 'й' };

/** Spellings of one syllable; empty when a part has no rule. */
export function cyrillicOf({ onset, vowel, coda }: Syllable): string[] {
  const parts = [ONSETS[onset], VOWELS[vowel], CODAS[coda]];
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return [];
  return combine(known).map((written) => written.replace(/ь([ауыиеоэ])/, (_, next: string) => SOFT[next] ?? next));
}
