const WORD = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const HANGUL = /\p{Script=Hangul}/u;
const HAN = /\p{Script=Han}/u;
const KANA = /[\u3040-\u30ff]/;
const THAI = /\p{Script=Thai}/u;
const LAO = /\p{Script=Lao}/u;
const KHMER = /\p{Script=Khmer}/u;

export type Script = 'latin' | 'cyrillic' | 'hangul' | 'han' | 'kana' | 'thai' | 'lao' | 'khmer' | 'other';

const SCRIPTS: readonly Script[] = ['latin', 'cyrillic', 'han', 'kana', 'hangul', 'thai', 'lao', 'khmer', 'other'];
/** By UTF-16 unit 1 more than the number of its script; 0 where it was not asked yet. */
const scripts = new Uint8Array(0x10000);

/** Script of a single character. */
export function scriptOf(character: string): Script {
  if (character.length !== 1) return readScript(character);
  const unit = character.charCodeAt(0);
  const known = scripts[unit] ?? 0;
  if (known > 0) return SCRIPTS[known - 1] ?? 'other';
  const script = readScript(character);
  scripts[unit] = SCRIPTS.indexOf(script) + 1;
  return script;
}

function readScript(character: string): Script {
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

/** A letter or a digit, of any script. */
export const isWordCharacter: (character: string) => boolean = asked(WORD);

export const isLetter: (character: string) => boolean = asked(LETTER);

/** A test of single characters that remembers its answers. */
function asked(pattern: RegExp): (character: string) => boolean {
  /** By UTF-16 unit: 0 where it was not asked yet, 1 no, 2 yes. */
  const answers = new Uint8Array(0x10000);
  return (character) => {
    if (character.length !== 1) return pattern.test(character);
    const unit = character.charCodeAt(0);
    const known = answers[unit] ?? 0;
    if (known > 0) return known === 2;
    const is = pattern.test(character);
    answers[unit] = is ? 2 : 1;
    return is;
  };
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
