import type { Gazetteer } from '@lamro/domain';
import { z } from 'zod';
import namesFile from '../../data/lexicon/provinces.json' with { type: 'json' };
import { PROVINCE_NAMES } from '../places/provinces.ts';
import { bareName } from '../relevance/names.ts';
import { fold, foldText } from '../text/fold.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const FOREIGN = new RegExp(Object.values(z.record(z.string(), z.string()).parse(namesFile)).join('|'), 'gu');
/** Finds the names of other provinces of Viet Nam in a text; `own` are spans that name a unit of the province itself. */
export type ProvinceFinder = (text: string, own: readonly Span[]) => Span[];

/** Names that the gazetteer gives to units of its own are no other province. */
export function createProvinceFinder(gazetteer: Gazetteer): ProvinceFinder {
  const known = new Set(gazetteer.units.flatMap(({ name }) => [fold(name), fold(bareName(name))]));
  return (text, own) => {
    const folded = foldText(text);
    const latin = [...folded.text.matchAll(PROVINCE_NAMES)]
      .filter(([name]) => !known.has(name))
      .map((match) => ({
        start: folded.starts[match.index] ?? 0,
        end: folded.ends[match.index + match[0].length - 1] ?? 0,
      }))
      .filter(({ start }) => /\p{Lu}/u.test(text.charAt(start)));
    const foreign = [...text.matchAll(FOREIGN)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    return [...latin, ...foreign].filter((span) => !own.some((mine) => span.start < mine.end && span.end > mine.start));
  };
}

/** Whether what stands at `at` is said of another province: the name before it, else the first one after it, is of another. */
export function isOfOther(own: readonly Span[], others: readonly Span[], sentence: Span, at: number): boolean {
  const within = (spans: readonly Span[]): Span[] =>
    spans.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  const theirs = within(others);
  if (theirs.length === 0) return false;
  const all = [
    ...within(own).map(({ start }) => ({ start, own: true })),
    ...theirs.map(({ start }) => ({ start, own: false })),
  ].sort((a, b) => a.start - b.start);
  const nearest = all.filter(({ start }) => start <= at).at(-1) ?? all[0];
  return nearest?.own === false;
}
