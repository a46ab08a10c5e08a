import type { Table, TableRow } from '../document/document.ts';
import { SIZE } from '../document/measures.ts';
import { fillLines, type Line } from './lines.ts';
import { BOTTOM, decorate, LEFT, type Sheet, type Structure, TOP, WIDTH } from './sheet.ts';
import { unitsOf } from './units.ts';
import { BASE_LINE, LINE_HEIGHT, writeLine } from './write.ts';

const PAD = 3;
const HEIGHT = SIZE.table * LINE_HEIGHT;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

/** Writes a table; its head stands again on each page, where it is furniture and not read twice. */
export function writeTable(sheet: Sheet, table: Table, into: Structure): void {
  const columns = columnsOf(table);
  const head = columns.map((column, index) => linesOf(sheet, column, [{ text: table.head[index] ?? '', bold: true }]));
  sheet.need(heightOf(head) + 3 * HEIGHT);
  const element = sheet.pdf.struct('Table');
  into.add(element);
  const group = sheet.pdf.struct('THead');
  element.add(group);
  const centred = columns.map((column) => ({ ...column, align: 'center' as const }));
  writeSlice(sheet, centred, head, rowInto(sheet, group, 'TH', columns.length));
  group.end();
  const body = sheet.pdf.struct('TBody');
  element.add(body);
  const again = () => decorate(sheet, () => repeatHead(sheet, centred, head));
  for (const row of table.rows) writeRow(sheet, columns, row, body, again);
  body.end();
  element.end();
}

function columnsOf(table: Table): Column[] {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  let x = LEFT;
  return table.widths.map((share, index) => {
    const column = { x, width: (WIDTH * share) / total, align: table.align[index] ?? ('left' as const) };
    x += column.width;
    return column;
  });
}

function linesOf(sheet: Sheet, column: Column, spans: TableRow['cells'][number]['spans']): Line[] {
  const width = column.width - 2 * PAD;
  return fillLines(unitsOf(sheet, spans, { size: SIZE.table }, width), width);
}

function heightOf(cells: readonly (readonly Line[])[]): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * HEIGHT + 2 * PAD;
}

/** A row goes to the next page as a whole; only one that no page could hold is cut. */
function writeRow(sheet: Sheet, columns: readonly Column[], row: TableRow, body: Structure, again: () => void): void {
  let cells = columns.map((column, index) => linesOf(sheet, column, row.cells[index]?.spans ?? []));
  const elements = rowInto(sheet, body, 'TD', columns.length);
  const turn = (height: number) => {
    const before = sheet.y;
    sheet.need(height);
    if (sheet.y < before) again();
  };
  turn(Math.min(heightOf(cells), BOTTOM - TOP - 6 * HEIGHT));
  if (row.anchor !== undefined) sheet.pdf.addNamedDestination(row.anchor, 'XYZ', LEFT, sheet.y, null);
  while (cells.some((lines) => lines.length > 0)) {
    turn(HEIGHT + 2 * PAD);
    const room = Math.max(1, Math.floor((BOTTOM - sheet.y - 2 * PAD) / HEIGHT));
    const slice = cells.map((lines) => lines.slice(0, room));
    cells = cells.map((lines) => lines.slice(room));
    drawSlice(sheet, columns, slice, elements.cells);
  }
  elements.end();
}

interface RowElements {
  readonly cells: readonly Structure[];
  end(): void;
}

function rowInto(sheet: Sheet, group: Structure, tag: 'TH' | 'TD', count: number): RowElements {
  const row = sheet.pdf.struct('TR');
  group.add(row);
  const cells = Array.from({ length: count }, () => {
    const cell = sheet.pdf.struct(tag, tag === 'TH' ? { scope: 'Column' } : {});
    row.add(cell);
    return cell;
  });
  return { cells, end: () => row.end() };
}

function writeSlice(
  sheet: Sheet,
  columns: readonly Column[],
  cells: readonly (readonly Line[])[],
  row: RowElements,
): void {
  drawSlice(sheet, columns, cells, row.cells);
  row.end();
}

function drawSlice(
  sheet: Sheet,
  columns: readonly Column[],
  cells: readonly (readonly Line[])[],
  elements: readonly Structure[],
): void {
  const height = heightOf(cells);
  columns.forEach((column, index) => {
    const element = elements[index];
    if (element !== undefined) writeCell(sheet, column, cells[index] ?? [], element);
  });
  decorate(sheet, () => frame(sheet, columns, height));
  sheet.y += height;
}

function writeCell(sheet: Sheet, column: Column, lines: readonly Line[], element: Structure): void {
  lines.forEach((line, index) => {
    const y = sheet.y + PAD + index * HEIGHT;
    writeLine(
      sheet,
      line,
      { x: column.x + PAD, y, width: column.width - 2 * PAD, size: SIZE.table, align: column.align },
      element,
    );
  });
}

function frame({ pdf, y }: Sheet, columns: readonly Column[], height: number): void {
  for (const { x, width } of columns) pdf.rect(x, y, width, height);
  pdf.lineWidth(0.5).stroke('#000000');
}

/** Drawn without structure: the reader has met the head already. */
function repeatHead(sheet: Sheet, columns: readonly Column[], head: readonly (readonly Line[])[]): void {
  const height = heightOf(head);
  columns.forEach((column, index) => {
    (head[index] ?? []).forEach((line, row) => {
      const [first] = line.units;
      if (first === undefined) return;
      const text = line.units.map((unit) => `${unit.text}${unit.blank > 0 ? ' ' : ''}`).join('');
      sheet.font(first.font, SIZE.table);
      const x = column.x + (column.width - line.width) / 2;
      sheet.pdf.text(text, x, sheet.y + PAD + row * HEIGHT + SIZE.table * BASE_LINE, {
        lineBreak: false,
        baseline: 'alphabetic',
      });
    });
  });
  frame(sheet, columns, height);
  sheet.y += height;
}
