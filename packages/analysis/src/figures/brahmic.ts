import { type Literal, lastStatedDigit, type ReadNumber, readLiteral } from './literal.ts';
import { numerals } from './numerals.ts';

/** Languages whose scripts descend from Brahmi: words run on without spaces, and a thing stands before its number. */
const BRAHMIC: ReadonlySet<string> = new Set(['th', 'km', 'lo']);

export function isBrahmic(language: string): boolean {
  return BRAHMIC.has(language);
}

interface Word {
  readonly text: string;
  readonly kind: 'number' | 'scale' | 'more';
  readonly value: number;
}

interface Lexicon {
  readonly words: ReadonlyMap<string, readonly Word[]>;
  readonly hedges: readonly string[];
  readonly several: readonly string[];
}

const LEXICONS = new Map<string, Lexicon>();

function lexiconOf(language: string): Lexicon {
  const known = LEXICONS.get(language);
  if (known !== undefined) return known;
  const list = (entries: Readonly<Record<string, number>> | undefined, kind: Word['kind']): Word[] =>
    Object.entries(entries ?? {}).map(([text, value]) => ({ text, kind, value }));
  const all: Word[] = [
    ...list(numerals.words[language], 'number'),
    ...list(numerals.scales[language], 'scale'),
    ...(numerals.more[language] ?? []).map((text) => ({ text, kind: 'more' as const, value: 0 })),
  ];
  const words = Map.groupBy(
    all.sort((a, b) => b.text.length - a.text.length),
    ({ text }) => text.charAt(0),
  );
  const hedges = Object.values(numerals.before).flatMap((phrases) => phrases[language] ?? []);
  const lexicon = { words, hedges, several: numerals.several[language] ?? [] };
  LEXICONS.set(language, lexicon);
  return lexicon;
}

function wordAt(plain: string, at: number, { words }: Lexicon): Word | null {
  return words.get(plain.charAt(at))?.find(({ text }) => plain.startsWith(text, at)) ?? null;
}

/** A summand: what it is worth, and the size of its last stated digit. */
interface Part {
  readonly value: number;
  readonly step: number;
}

interface Reading {
  parts: Part[];
  end: number;
  last: 'number' | 'scale' | null;
  literals: number;
  first: Literal | null;
  more: boolean;
}

/**
 * Reads a number in Thai, Khmer or Lao, digits and words mixed: "1.2 ล้าน", "2 แสน 5 หมื่น", "สามหมื่นล้าน", "ពីរម៉ឺនប្រាំពាន់",
 * "500 ກວ່າລ້ານ". Small numbers add up; a scale multiplies all smaller parts before it. A scale with nothing before it is a
 * number only after a hedge ("กว่าพัน") or a word for several ("หลายพัน"), being a syllable of many words.
 */
export function readBrahmic(plain: string, at: number, language: string): ReadNumber | null {
  const lexicon = lexiconOf(language);
  const reading: Reading = { parts: [], end: at, last: null, literals: 0, first: null, more: false };
  while (takeNext(reading, plain, language, lexicon));
  roundOff(reading);
  const total = reading.parts.reduce((sum, { value }) => sum + value, 0);
  const leading = reading.literals === 0 ? wordAt(plain, at, lexicon) : null;
  if (total === 0 && reading.literals === 0) return null;
  const head = plain.slice(Math.max(0, at - 16), at).trimEnd();
  const several = lexicon.several.some((word) => head.endsWith(word));
  const bare = leading?.kind === 'scale';
  const hedged =
    lexicon.hedges.some((word) => head.endsWith(word)) || wordAt(plain, reading.end, lexicon)?.kind === 'more';
  if (bare && leading.value >= 100 && !several && !hedged) return null;
  const { first } = reading;
  const single = first !== null && first.alternate !== null && reading.parts.length === 1 && first.value > 0;
  return {
    start: at,
    end: reading.end,
    value: total,
    alternate: single ? (first.alternate ?? 0) * (total / first.value) : null,
    step: reading.literals === 0 ? lastStatedDigit(total) : (reading.parts.at(-1)?.step ?? 1),
    worded: reading.literals === 0,
    vague: bare && several,
    ...(reading.more ? { more: true as const } : {}),
  };
}

/** "หกแสนห้า": a last digit word right after a scale counts the next lower scale. */
function roundOff({ parts, last, literals }: Reading): void {
  const [before, final] = parts.slice(-2);
  if (before === undefined || final === undefined || last !== 'number' || literals > 0) return;
  if (before.step < 1e4 || final.value >= 10) return;
  parts.splice(-1, 1, { value: (final.value * before.step) / 10, step: before.step / 10 });
}

/** Takes the next word or digits into the reading; false where the number ends. */
function takeNext(reading: Reading, plain: string, language: string, lexicon: Lexicon): boolean {
  const { end, last } = reading;
  const from = last !== null && plain.charAt(end) === ' ' ? end + 1 : end;
  if (/\d/.test(plain.charAt(from))) return takeLiteral(reading, plain, from, language, lexicon);
  const word = wordAt(plain, from, lexicon);
  if (word === null) return takeHalf(reading, plain, language);
  const next = from + word.text.length;
  if (word.kind === 'more') return takeMore(reading, plain, next, lexicon);
  return word.kind === 'number'
    ? takeNumber(reading, word.value, next, from > end)
    : takeScale(reading, word.value, next);
}

function takeNumber(reading: Reading, value: number, end: number, apart: boolean): boolean {
  const step = value % 10 === 0 ? 10 : 1;
  const before = reading.parts.at(-1);
  if (before !== undefined && (value >= before.step || (apart && reading.last === 'number'))) return false;
  reading.parts.push({ value, step });
  return taken(reading, end, 'number');
}

/** Digits follow a scale only where a smaller scale or its own places make them part of it: "2 พัน 500", not "3 ล้าน 12". */
function takeLiteral(reading: Reading, plain: string, at: number, language: string, lexicon: Lexicon): boolean {
  const literal = readLiteral(plain, at, language);
  if (literal === null || (at > 0 && reading.last === 'number')) return false;
  const before = reading.parts.at(-1);
  if (before !== undefined) {
    const gap = plain.charAt(literal.end) === ' ' ? 1 : 0;
    const scaled = wordAt(plain, literal.end + gap, lexicon)?.kind === 'scale';
    const fills = Number.isInteger(literal.value) && literal.value >= before.step / 10;
    if (literal.value >= before.step || !(scaled || fills)) return false;
  }
  reading.parts.push({ value: literal.value, step: literal.step });
  reading.first ??= literal;
  reading.literals += 1;
  return taken(reading, literal.end, 'number');
}

function takeScale(reading: Reading, factor: number, end: number): boolean {
  const { parts } = reading;
  const whole = parts.findLastIndex(({ value }) => value >= factor);
  const none = parts.length > 0 && whole === parts.length - 1;
  if (none && reading.last === 'scale' && factor < 1e6) return false;
  const smaller = parts.splice(none ? whole : whole + 1);
  const value = smaller.length === 0 ? 1 : smaller.reduce((sum, part) => sum + part.value, 0);
  parts.push({ value: value * factor, step: (smaller.at(-1)?.step ?? 1) * factor });
  return taken(reading, end, 'scale');
}

function takeMore(reading: Reading, plain: string, end: number, lexicon: Lexicon): boolean {
  const gap = plain.charAt(end) === ' ' ? 1 : 0;
  if (reading.last === null || wordAt(plain, end + gap, lexicon)?.kind !== 'scale') return false;
  reading.more = true;
  reading.end = end;
  return true;
}

/** "2 ล้านครึ่ง": half of the scale more. */
function takeHalf(reading: Reading, plain: string, language: string): boolean {
  const before = reading.parts.at(-1);
  const word = numerals.half[language]?.find((half) => plain.startsWith(half, reading.end));
  if (before === undefined || reading.last !== 'scale' || word === undefined) return false;
  reading.parts.push({ value: before.step / 2, step: before.step / 2 });
  reading.end += word.length;
  return false;
}

function taken(reading: Reading, end: number, last: Reading['last']): true {
  reading.end = end;
  reading.last = last;
  return true;
}
