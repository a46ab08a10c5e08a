import { timeWord } from '../calendar/calendar.ts';
import type { Figures } from '../figure/figure.ts';
import { bigNumber, lowerBound, plainNumber, upperBound } from '../figure/format.ts';
import type { Tongue } from '../outlet/outlet.ts';

/** What the placeholders of a manuscript are filled from. */
export interface Ink {
  now: Date;
  figures: Figures;
  names: ReadonlyMap<string, string>;
  /** Names of the outlets by id. */
  outlets: ReadonlyMap<string, string>;
}

/**
 * Fills the placeholders of a text: `{key}` and `{key:big}` are figures, `{key:over}` and `{key:near}` their bounds, `{@key}` an invented name, `{#id}` an outlet, and
 * words of time as in `timeWord`. Throws on a placeholder that nothing fills, naming it and `where`.
 */
export function fill(text: string, ink: Ink, tongue: Tongue, where: string): string {
  return text.replace(/\{([^{}]+)\}/g, (_, word: string) => {
    const value = wordFor(word, ink, tongue);
    if (value === undefined) throw new Error(`${where}: nothing fills the placeholder {${word}}`);
    return value;
  });
}

function wordFor(word: string, ink: Ink, tongue: Tongue): string | undefined {
  if (word.startsWith('@')) return ink.names.get(word.slice(1));
  if (word.startsWith('#')) return ink.outlets.get(word.slice(1));
  const [key = '', form] = word.split(':');
  const figure = ink.figures.get(key);
  if (figure !== undefined) return written(figure, form, tongue);
  return timeWord(word, ink.now, tongue);
}

function written(figure: number, form: string | undefined, tongue: Tongue): string {
  switch (form) {
    case 'big':
      return bigNumber(figure, tongue);
    case 'over':
      return bigNumber(lowerBound(figure), tongue);
    case 'near':
      return bigNumber(upperBound(figure), tongue);
    default:
      return plainNumber(figure, tongue);
  }
}

/** Takes the claim marks out of a text: the clean text and the words of each mark, in order. */
export function unmark(text: string): { clean: string; quotes: Map<string, string> } {
  const quotes = new Map<string, string>();
  const clean = text.replace(/\[\[(\w+)\|([^\]]*)\]\]/g, (_, mark: string, words: string) => {
    quotes.set(mark, words);
    return words;
  });
  return { clean, quotes };
}
