/** Folded text with the way back: `starts[i]` and `ends[i]` give the UTF-16 span in the source of folded unit `i`. */
export interface FoldedText {
  readonly source: string;
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const BREAK = /[\s\u00a0\u2010-\u2015\u2212_-]/;
const MARK = /\p{M}/u;
/** Tone marks of Thai and Lao, which transliterations of one name place differently. */
const TONE_OF_THAI_AND_LAO = /[\u0e47-\u0e4e\u0ec8-\u0ece]/;
const SCRIPT_WITH_VOWEL_MARKS = /[\u0e00-\u0eff\u1780-\u17ff]/;
const KANA_MARK = /[\u3099\u309a]/;

function foldPoint(point: string): string {
  if (INVISIBLE.test(point) || TONE_OF_THAI_AND_LAO.test(point)) return '';
  if (BREAK.test(point)) return ' ';
  if (SCRIPT_WITH_VOWEL_MARKS.test(point) || isKanaOrHangul(point)) return point.normalize('NFKC');
  let folded = '';
  for (const part of point.normalize('NFKD').toLowerCase()) {
    if (part === 'đ' || part === 'ð') folded += 'd';
    else if (part === 'ё') folded += 'е';
    else if (part === '’' || part === 'ʼ' || part === '`') folded += "'";
    else if (!MARK.test(part)) folded += part;
  }
  return folded;
}

function isKanaOrHangul(point: string): boolean {
  return /[\u3040-\u30ff\uff65-\uff9f\uac00-\ud7af]/.test(point) || KANA_MARK.test(point);
}

/**
 * Folds text for matching: lower case, no diacritics (đ is d), one space for any run of spaces and hyphens, no
 * invisible characters, no Thai and Lao tone marks. Composed and decomposed input give the same folded text.
 */
export function foldText(source: string): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let spaced = true;
  for (const point of source) {
    const folded = foldAscii(point) ?? foldKnown(point);
    const end = at + point.length;
    if (folded === '') {
      if (ends.length > 0 && MARK.test(point)) ends[ends.length - 1] = end;
    } else if (folded !== ' ' || !spaced) {
      for (let unit = 0; unit < folded.length; unit += 1) {
        units.push(folded.charAt(unit));
        starts.push(at);
        ends.push(end);
      }
    }
    if (folded !== '') spaced = folded === ' ';
    at = end;
  }
  return { source, text: units.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

const KNOWN_POINTS = new Map<string, string>();

/** Folding a letter costs several tests; a text repeats few letters. */
function foldKnown(point: string): string {
  const known = KNOWN_POINTS.get(point);
  if (known !== undefined) return known;
  const folded = foldPoint(point);
  KNOWN_POINTS.set(point, folded);
  return folded;
}

function foldAscii(point: string): string | null {
  const code = point.charCodeAt(0);
  if (point.length > 1 || code > 0x7f) return null;
  if (code >= 0x41 && code <= 0x5a) return point.toLowerCase();
  if (code <= 0x20 || code === 0x2d || code === 0x5f) return ' ';
  return point;
}

/** Folded form of a short string, trimmed. */
export function fold(text: string): string {
  return foldText(text).text.trim();
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Spelling of Vietnamese words in which the place of the tone mark no longer matters (hoà = hòa, thuỵ = thụy) but tone
 * and vowel do: vowels keep their quality, each word carries its tone at its end.
 */
export function toneForm(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .split(/[\s\u00a0\-\u2010-\u2015]+/)
    .map((word) => word.replace(TONES, '') + (word.match(TONES)?.join('') ?? ''))
    .join(' ')
    .normalize('NFC');
}

/** Whether the text carries any Vietnamese diacritic (or đ). */
export function hasDiacritics(text: string): boolean {
  return /[\u0300-\u036fđĐ]/.test(text.normalize('NFD'));
}
