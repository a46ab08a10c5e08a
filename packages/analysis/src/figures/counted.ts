import { isBrahmic } from './brahmic.ts';
import { legible } from './legible.ts';
import { numerals } from './numerals.ts';
import { UNITS, type Unit } from './unit.ts';

/** Dimensions that are measured: their words stand behind a number only. */
const MEASURED: ReadonlySet<string> = new Set(
  'percent point score currency area volume length mass power energy temperature magnitude duration ratio rank concentration concentration-liquid'.split(
    ' ',
  ),
);

interface Noun {
  readonly unit: Unit;
  readonly text: string;
}

const NOUNS = new Map<string, readonly Noun[]>();
const COUNTERS = new Map<string, readonly string[]>();

/** Things whose words of three Thai or Lao letters are no piece of other words. */
const SHORT: ReadonlySet<string> = new Set(['animal', 'vessel']);

/** Nouns of a language that may name what a number counts; two or three Thai or Lao letters are a piece of too many words. */
function nounsOf(language: string): readonly Noun[] {
  const known = NOUNS.get(language);
  if (known !== undefined) return known;
  const nouns = UNITS.filter(({ dimension }) => !MEASURED.has(dimension))
    .flatMap((unit) => (unit.terms[language] ?? '').split('|').map((text) => ({ unit, text: legible(text).text })))
    .filter(({ unit, text }) => text.length >= (language === 'km' || SHORT.has(unit.id) ? 3 : 4))
    .sort((a, b) => b.text.length - a.text.length);
  NOUNS.set(language, nouns);
  return nouns;
}

/** End of a word by which any thing is counted ("แห่ง", "កន្លែង", "ແຫ່ງ") at `at` or after a space there; null without one. */
export function counterAt(plain: string, at: number, language: string): number | null {
  if (!isBrahmic(language)) return null;
  let counters = COUNTERS.get(language);
  if (counters === undefined) {
    counters = (numerals.counters[language] ?? '').split('|').sort((a, b) => b.length - a.length);
    COUNTERS.set(language, counters);
  }
  const from = plain.charAt(at) === ' ' ? at + 1 : at;
  const counter = counters.find((word) => word !== '' && plain.startsWith(word, from));
  return counter === undefined ? null : from + counter.length;
}

/** How far before its number a counted thing stands, in UTF-16 units: with a counter behind the number, and without one. */
const REACH = { counted: 30, bare: 14 };

/**
 * What is counted where Thai, Khmer and Lao name it before the number: "โรงเรียนได้รับความเสียหาย 12 แห่ง". Without a counter
 * only hedges may stand between.
 */
export function thingCounted(plain: string, start: number, counted: boolean, language: string): Unit | null {
  if (!isBrahmic(language)) return null;
  const before = plain.slice(Math.max(0, start - (counted ? REACH.counted : REACH.bare)), start);
  const head = before.split(/[\d\u0001.;:()"“”]/).at(-1) ?? '';
  const nearest = nounsOf(language)
    .map(({ unit, text }) => ({ unit, at: head.lastIndexOf(text), end: head.lastIndexOf(text) + text.length }))
    .filter(
      ({ at, end }) => at >= 0 && !/\p{M}/u.test(head.charAt(end)) && (counted || isHedge(head.slice(end), language)),
    )
    .sort((a, b) => b.end - a.end)[0];
  return nearest?.unit ?? null;
}

function isHedge(between: string, language: string): boolean {
  const words = between.trim();
  return words === '' || Object.values(numerals.before).some((phrases) => (phrases[language] ?? []).includes(words));
}
