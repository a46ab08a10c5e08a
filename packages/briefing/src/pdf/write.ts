import { type Line, visualOrder } from './lines.ts';
import { decorate, type Sheet, type Structure } from './sheet.ts';
import type { Unit } from './units.ts';

export type Alignment = 'left' | 'right' | 'center' | 'justify';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly align: Alignment;
}

/** Height of one line as a multiple of the size; Times New Roman's own. */
export const LINE_HEIGHT = 1.15;
/** From the top of a line to its base line, as a multiple of the size: the ascent of Times New Roman. */
export const BASE_LINE = 0.891;

/** Writes one line as content of a structure element, its links as elements of their own. */
export function writeLine(sheet: Sheet, line: Line, place: Place, into: Structure): void {
  const gaps = line.units.slice(0, -1).filter((unit) => unit.blank > 0).length;
  const free = place.width - line.indent - line.width;
  const stretch = place.align === 'justify' && !line.last && gaps > 0 && free > 0 ? free / gaps : 0;
  let x = place.x + line.indent + startOf(place.align, free);
  // What stands together is one piece of content: thousands of pieces a page would swell the file.
  let waiting: (() => void)[] = [];
  const flush = () => {
    const draws = waiting;
    waiting = [];
    if (draws.length > 0)
      into.add(() => {
        for (const draw of draws) draw();
      });
  };
  for (const group of groupsOf(visualOrder(line.units), stretch)) {
    const width = group.units.reduce((sum, unit) => sum + unit.width + stretched(unit, stretch), 0);
    const at = { ...place, x, width };
    x += width;
    const [first] = group.units;
    if (first === undefined || group.text.trim() === '') continue;
    if (first.href === undefined && first.anchor === undefined) waiting.push(() => drawGroup(sheet, first, group, at));
    else {
      flush();
      writeLink(sheet, first, group, at, into);
    }
  }
  flush();
}

function startOf(align: Alignment, free: number): number {
  if (align === 'center') return free / 2;
  return align === 'right' ? free : 0;
}

function stretched(unit: Unit, stretch: number): number {
  return unit.blank > 0 ? unit.blank + stretch : 0;
}

interface Group {
  readonly units: Unit[];
  readonly text: string;
}

/** Units of one look and one link, drawn together; a stretched line is drawn word by word, so that its blanks are real ones. */
function groupsOf(units: readonly Unit[], stretch: number): Group[] {
  const groups: { units: Unit[]; text: string }[] = [];
  for (const unit of units) {
    const text = `${unit.text}${unit.blank > 0 ? ' ' : ''}`;
    const last = groups.at(-1);
    const before = last?.units.at(-1);
    const joins = before !== undefined && sameLook(before, unit) && (stretch === 0 || before.blank === 0);
    if (last !== undefined && joins) {
      last.units.push(unit);
      last.text += text;
    } else groups.push({ units: [unit], text });
  }
  return groups;
}

function sameLook(a: Unit, b: Unit): boolean {
  return a.font === b.font && a.href === b.href && a.anchor === b.anchor && !a.rightToLeft && !b.rightToLeft;
}

function drawGroup(sheet: Sheet, first: Unit, { text }: Group, place: Place): void {
  sheet.font(first.font, place.size);
  // Fonts of other scripts stand on the same base line.
  sheet.pdf.text(text, place.x, place.y + place.size * BASE_LINE, { lineBreak: false, baseline: 'alphabetic' });
}

function writeLink(sheet: Sheet, first: Unit, group: Group, place: Place, into: Structure): void {
  const link = sheet.pdf.struct('Link');
  into.add(link);
  link.add(() => drawGroup(sheet, first, group, place));
  const width = place.width - (group.units.at(-1)?.blank ?? 0);
  const height = place.size * LINE_HEIGHT;
  const options = { structParent: link };
  if (first.anchor !== undefined) sheet.pdf.goTo(place.x, place.y, width, height, first.anchor, options);
  else if (first.href !== undefined) sheet.pdf.link(place.x, place.y, width, height, first.href, options);
  link.end();
  decorate(sheet, (pdf) => {
    const y = place.y + place.size;
    pdf
      .moveTo(place.x, y)
      .lineTo(place.x + width, y)
      .lineWidth(0.4)
      .stroke('#000000');
  });
}
