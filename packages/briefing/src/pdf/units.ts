import type { Span } from '../document/document.ts';
import { cleanText } from '../text/clean.ts';
import { type Script, splitScripts } from '../text/script.ts';
import { fontFor } from './fonts.ts';
import type { Sheet } from './sheet.ts';

/** The smallest piece that a line is not broken within. */
export interface Unit {
  /** Without the blank after it. */
  readonly text: string;
  readonly width: number;
  /** Width of the blank after it; 0 where there is none, as between Chinese characters. */
  readonly blank: number;
  readonly font: string;
  readonly rightToLeft: boolean;
  readonly href: string | undefined;
  readonly anchor: string | undefined;
}

export interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Cuts pieces of text into units of a line; one longer than `most` points is cut again, so that every line fits. */
export function unitsOf(sheet: Sheet, spans: readonly Span[], look: Look, most: number): Unit[] {
  return spans.flatMap((span) => {
    // A place left open for a hand is made of blanks that do not break.
    const text = span.text.includes('\u00A0') ? span.text : withEnds(span.text);
    return splitScripts(text).flatMap((run) => {
      const font = fontFor(run.script, run.text, span.bold ?? look.bold ?? false, span.italic ?? look.italic ?? false);
      return breakRun(run.text, run.script).flatMap((piece) =>
        unitOf(sheet, piece, span, font, run.script, look.size, most),
      );
    });
  });
}

function withEnds(text: string): string {
  const clean = cleanText(text);
  return `${/^\s/.test(text) ? ' ' : ''}${clean}${/\s$/.test(text) && clean !== '' ? ' ' : ''}`;
}

function unitOf(
  sheet: Sheet,
  piece: string,
  span: Span,
  font: string,
  script: Script,
  size: number,
  most: number,
): Unit[] {
  const text = piece.replace(/(?<! ) +$/, '');
  const blank = text.length < piece.length ? sheet.width(' ', font, size) : 0;
  const rest = { font, rightToLeft: script === 'right-to-left', href: span.href, anchor: span.anchor };
  const width = text === '' ? 0 : sheet.width(text, font, size);
  if (width <= most) return [{ ...rest, text, width, blank }];
  return cutLong(sheet, text, font, size, most).map((part, index, parts) => ({
    ...rest,
    text: part,
    width: sheet.width(part, font, size),
    blank: index === parts.length - 1 ? blank : 0,
  }));
}

/** An address or a word that no line could hold, cut where the line is full. */
function cutLong(sheet: Sheet, text: string, font: string, size: number, most: number): string[] {
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const character of text) {
    const step = sheet.width(character, font, size);
    if (width + step > most && part !== '') {
      parts.push(part);
      part = '';
      width = 0;
    }
    part += character;
    width += step;
  }
  return [...parts, part];
}

const WORDS: Partial<Record<Script, Intl.Segmenter>> = {
  thai: new Intl.Segmenter('th', { granularity: 'word' }),
  lao: new Intl.Segmenter('lo', { granularity: 'word' }),
  khmer: new Intl.Segmenter('km', { granularity: 'word' }),
};
/** Signs that do not begin a line in Chinese and Japanese. */
const NOT_FIRST = /^[、。，．：；！？）」』】〉》〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/;

/** Where a line may be broken: at blanks, between Chinese and Japanese characters, between words that a dictionary knows. */
function breakRun(text: string, script: Script): string[] {
  const segmenter = WORDS[script];
  if (segmenter !== undefined) return [...segmenter.segment(text)].map(({ segment }) => segment).reduce(joinBlanks, []);
  if (script === 'chinese' || script === 'japanese') return [...text].reduce(joinSigns, []);
  return text.match(/ +|[^ ]+ */g) ?? [];
}

function joinBlanks(parts: string[], part: string): string[] {
  if (parts.length > 0 && /^[ \p{M}\p{P}]+$/u.test(part)) parts[parts.length - 1] += part;
  else parts.push(part);
  return parts;
}

function joinSigns(parts: string[], character: string): string[] {
  if (parts.length > 0 && (character === ' ' || NOT_FIRST.test(character))) parts[parts.length - 1] += character;
  else parts.push(character);
  return parts;
}
