import { PassThrough, type Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { cleanText } from '../text/clean.ts';

/** What a cell holds: its column says how it is shown. */
export type CellValue = string | number | Date | null | { readonly text: string; readonly href: string };

export interface SheetColumn {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  readonly type: 'text' | 'number' | 'time';
}

export interface SheetContent {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>;
}

/** Limits of a worksheet (Excel specifications and limits). */
const MOST_CHARACTERS = 32_767;
const MOST_LINKS = 65_530;
const FORMATS = { text: '@', number: '#,##0', time: 'dd/mm/yyyy hh:mm' } as const;
const VIETNAM_MS = 7 * 3600 * 1000;

/**
 * Writes sheets row by row: memory does not grow with their number. Columns are typed, heads stay in view and filter.
 *
 * @example await writeWorkbook(createWriteStream('tin.xlsx'), [{ name: 'Tin, bài', columns, rows }])
 */
export async function writeWorkbook(output: Writable, sheets: readonly SheetContent[]): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  for (const content of sheets) await writeSheet(workbook, content);
  await workbook.commit();
}

/** A workbook in memory, for documents of ordinary size. */
export async function workbookBytes(sheets: readonly SheetContent[]): Promise<Uint8Array> {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  await writeWorkbook(output, sheets);
  return new Uint8Array(Buffer.concat(chunks));
}

async function writeSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, content: SheetContent): Promise<void> {
  const sheet = workbook.addWorksheet(content.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = content.columns.map(({ head, width, type }) => ({
    header: head,
    width,
    style: { numFmt: FORMATS[type] },
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: content.columns.length } };
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  let links = 0;
  for await (const row of content.rows) {
    const values = row.map((value) => {
      if (isLink(value)) links++;
      return excelValue(value, links <= MOST_LINKS);
    });
    sheet.addRow(values).commit();
  }
  sheet.commit();
}

function isLink(value: CellValue): value is { text: string; href: string } {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

function excelValue(value: CellValue, mayLink: boolean): ExcelJS.CellValue {
  if (value === null || typeof value === 'number') return value;
  // A sheet knows no zones: the hour is the one read in Vietnam.
  if (value instanceof Date) return new Date(value.getTime() + VIETNAM_MS);
  if (typeof value === 'string') return fitting(value);
  const linkable = mayLink && URL.canParse(value.href) && value.href.length <= 2_079;
  return linkable ? { text: fitting(value.text), hyperlink: value.href } : fitting(value.text);
}

/** Cleaned and not longer than a cell may be. */
function fitting(text: string): string {
  const clean = cleanText(text);
  return clean.length <= MOST_CHARACTERS ? clean : `${clean.slice(0, MOST_CHARACTERS - 1).toWellFormed()}…`;
}
