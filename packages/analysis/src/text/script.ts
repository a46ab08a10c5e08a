const LETTER = /[\p{L}\p{N}]/u;
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const HANGUL = /\p{Script=Hangul}/u;
const HAN = /\p{Script=Han}/u;
const KANA = /[\u3040-\u30ff]/;
const THAI = /\p{Script=Thai}/u;
const LAO = /\p{Script=Lao}/u;
const KHMER = /\p{Script=Khmer}/u;

export type Script = 'latin' | 'cyrillic' | 'hangul' | 'han' | 'kana' | 'thai' | 'lao' | 'khmer' | 'other';

/** Script of a single character. */
export function scriptOf(character: string): Script {
  if (LATIN.test(character)) return 'latin';
  if (CYRILLIC.test(character)) return 'cyrillic';
  if (HAN.test(character)) return 'han';
  if (KANA.test(character)) return 'kana';
  if (HANGUL.test(character)) return 'hangul';
  if (THAI.test(character)) return 'thai';
  if (LAO.test(character)) return 'lao';
  if (KHMER.test(character)) return 'khmer';
  return 'other';
}

/** Whether words of this script are written apart. */
export function isSpaced(script: Script): boolean {
  return script === 'latin' || script === 'cyrillic' || script === 'hangul' || script === 'other';
}

export function isWordCharacter(character: string): boolean {
  return LETTER.test(character);
}

/** ISO 639-1 guess from script alone, for texts that come without a language; Latin without Vietnamese letters is `en`. */
export function languageByScript(text: string): string {
  const head = text.slice(0, 600);
  if (KANA.test(head)) return 'ja';
  if (HANGUL.test(head)) return 'ko';
  if (THAI.test(head)) return 'th';
  if (LAO.test(head)) return 'lo';
  if (KHMER.test(head)) return 'km';
  if (CYRILLIC.test(head)) return 'ru';
  if (HAN.test(head)) return 'zh';
  return /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(head.normalize('NFC')) ? 'vi' : 'en';
}
