import { remembering } from './recent.ts';

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
/** Typed as one letter or as a mark, dropped with the tones, and a letter. */
const SARA_AM = /[\u0e33\u0eb3]/;
const SCRIPT_WITH_VOWEL_MARKS = /[\u0e00-\u0eff\u1780-\u17ff]/;
const KANA_MARK = /[\u3099\u309a]/;

function foldPoint(point: string): string {
  if (INVISIBLE.test(point) || TONE_OF_THAI_AND_LAO.test(point)) return '';
  if (BREAK.test(point)) return ' ';
  if (SARA_AM.test(point)) return point === '\u0e33' ? '\u0e32' : '\u0eb2';
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

/** Folded units as they are found. */
interface Folding {
  units: Uint16Array;
  starts: Uint32Array;
  ends: Uint32Array;
  length: number;
}

function push(into: Folding, unit: number, start: number, end: number): void {
  if (into.length === into.units.length) enlarge(into);
  into.units[into.length] = unit;
  into.starts[into.length] = start;
  into.ends[into.length] = end;
  into.length += 1;
}

/** A few letters fold to more than one unit. */
function enlarge(into: Folding): void {
  const more = { length: into.length * 2 + 16 };
  into.units = Uint16Array.from(more, (_, at) => into.units[at] ?? 0);
  into.starts = Uint32Array.from(more, (_, at) => into.starts[at] ?? 0);
  into.ends = Uint32Array.from(more, (_, at) => into.ends[at] ?? 0);
}

const SPACE = 0x20;

/** Hears of each folded unit with the span of the source that it stands for, and of marks, which lengthen the unit before them. */
interface Listener {
  unit(unit: number, start: number, end: number): void;
  mark(end: number): void;
}

function foldInto(source: string, listener: Listener): void {
  let spaced = true;
  for (let at = 0; at < source.length; ) {
    const single = SINGLE[source.charCodeAt(at)] ?? 0;
    const point = single > 0 ? '' : String.fromCodePoint(source.codePointAt(at) ?? 0);
    const folded = single > 0 ? '' : foldKnown(point);
    const end = at + (single > 0 ? 1 : point.length);
    const space = single === SPACE || folded === ' ';
    if (!space || !spaced) {
      if (single > 0) listener.unit(single, at, end);
      else for (let unit = 0; unit < folded.length; unit += 1) listener.unit(folded.charCodeAt(unit), at, end);
      if (single === 0 && folded === '') {
        if (MARK.test(point)) listener.mark(end);
      } else spaced = space;
    }
    at = end;
  }
}

/** Texts whose folded form is remembered. */
const TEXTS = 128;

/**
 * Folds text for matching: lower case, no diacritics (đ is d), one space for any run of spaces and hyphens, no
 * invisible characters, no Thai and Lao tone marks. Composed and decomposed input give the same folded text.
 */
export const foldText: (source: string) => FoldedText = remembering(TEXTS, (source) => {
  const room = source.length;
  const into = { units: new Uint16Array(room), starts: new Uint32Array(room), ends: new Uint32Array(room), length: 0 };
  foldInto(source, {
    unit: (unit, start, end) => push(into, unit, start, end),
    mark: (end) => {
      if (into.length > 0) into.ends[into.length - 1] = end;
    },
  });
  const { length } = into;
  return {
    source,
    text: textOf(into.units.subarray(0, length)),
    starts: into.starts.slice(0, length),
    ends: into.ends.slice(0, length),
  };
});

function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 4096) text += String.fromCharCode(...units.subarray(at, at + 4096));
  return text;
}

/** By UTF-16 unit what it folds to, where that is one unit; 0 for others and for those not met yet. */
const SINGLE = new Uint16Array(0x10000);
const KNOWN_POINTS = new Map<string, string>();

/** Folding a letter costs several tests; a text repeats few letters. */
function foldKnown(point: string): string {
  const known = KNOWN_POINTS.get(point);
  if (known !== undefined) return known;
  const folded = foldAscii(point) ?? foldPoint(point);
  KNOWN_POINTS.set(point, folded);
  // Half of a pair says nothing: the pair folds as one.
  if (point.length === 1 && folded.length === 1 && !/[\ud800-\udfff]/.test(point))
    SINGLE[point.charCodeAt(0)] = folded.charCodeAt(0);
  return folded;
}

function foldAscii(point: string): string | null {
  const code = point.charCodeAt(0);
  if (point.length > 1 || code > 0x7f) return null;
  if (code >= 0x41 && code <= 0x5a) return point.toLowerCase();
  if (code <= 0x20 || code === 0x2d || code === 0x5f) return ' ';
  return point;
}

/** Sentences and words whose folded form, tones and marks are remembered. */
const SENTENCES = 4096;

/** Folded form of a short string, trimmed. */
export const fold: (text: string) => string = remembering(SENTENCES, foldOnce);

/** The same for a string that will not be asked about again. */
export function foldOnce(text: string): string {
  let folded = '';
  foldInto(text, {
    unit: (unit) => {
      folded += String.fromCharCode(unit);
    },
    mark: () => undefined,
  });
  return folded.trim();
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Spelling of Vietnamese words in which the place of the tone mark no longer matters (hoà = hòa, thuỵ = thụy) but tone
 * and vowel do: vowels keep their quality, each word carries its tone at its end.
 */
export const toneForm: (text: string) => string = remembering(SENTENCES, (text) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .split(/[\s\u00a0\-\u2010-\u2015]+/)
    .map((word) => word.replace(TONES, '') + (word.match(TONES)?.join('') ?? ''))
    .join(' ')
    .normalize('NFC'),
);

/** Whether the text carries any Vietnamese diacritic (or đ). */
export function hasDiacritics(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xc0 && isMarked(unit)) return true;
  }
  return false;
}

/** By UTF-16 unit: 0 where that was not asked yet, 1 without a mark, 2 with one. */
const MARKED = new Uint8Array(0x10000);

function isMarked(unit: number): boolean {
  const known = MARKED[unit] ?? 0;
  if (known > 0) return known === 2;
  const is = /[\u0300-\u036fđĐ]/.test(String.fromCharCode(unit).normalize('NFD'));
  MARKED[unit] = is ? 2 : 1;
  return is;
}
