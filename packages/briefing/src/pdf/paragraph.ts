import type { Span } from '../document/document.ts';
import { FIRST_LINE, LINE_SPACING, PARAGRAPH_GAP } from '../document/measures.ts';
import { fillLines } from './lines.ts';
import { LEFT, type Sheet, type Structure, WIDTH } from './sheet.ts';
import { type Look, unitsOf } from './units.ts';
import { type Alignment, LINE_HEIGHT, writeLine } from './write.ts';

export interface ParagraphLook extends Look {
  readonly tag: 'P' | 'H1' | 'H2' | 'H3' | 'Caption';
  readonly align: Alignment;
  /** Points from the left of the text for the first line. */
  readonly indent?: number;
  /** Points after it. */
  readonly after?: number;
  readonly spacing?: number;
  readonly x?: number;
  readonly width?: number;
  /** Keeps that much room for what follows on the same page. */
  readonly keep?: number;
}

export const INDENT = (FIRST_LINE * 72) / 25.4;

/** Writes a paragraph over as many pages as it takes, and returns its structure element. */
export function writeParagraph(sheet: Sheet, spans: readonly Span[], look: ParagraphLook, into: Structure): void {
  const width = look.width ?? WIDTH;
  const units = unitsOf(sheet, spans, look, width - (look.indent ?? 0));
  const lines = fillLines(units, width, look.indent ?? 0);
  const height = look.size * LINE_HEIGHT * (look.spacing ?? LINE_SPACING);
  sheet.need(height * Math.min(2, lines.length) + (look.keep ?? 0));
  const element = sheet.pdf.struct(look.tag);
  into.add(element);
  for (const line of lines) {
    sheet.need(height);
    writeLine(sheet, line, { x: look.x ?? LEFT, y: sheet.y, width, size: look.size, align: look.align }, element);
    sheet.y += height;
  }
  element.end();
  sheet.y += look.after ?? PARAGRAPH_GAP;
}
