import { periodReportWords as words } from '@lamro/wording';
import ExcelJS from 'exceljs';
import { cleanText } from '../text/clean.ts';
import { TemplateError } from './template-error.ts';

/** Places of a workbook with one value, and tables: a row with places such as `{{KE_HOACH.KET_QUA}}` stands once a record. */
export interface SheetValues {
  readonly single: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string | number | Date | null>>[]>>;
  /** Columns of each table, so that a place is known also where the table has no record. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

const PLACE = /\{\{([A-Z0-9_.]+)\}\}/g;

/**
 * Fills an Excel file whose places are written as `{{TRICH_YEU}}`.
 *
 * @throws TemplateError for a file that is no workbook, and for places that no value is known for
 */
export async function fillXlsx(template: Uint8Array, values: SheetValues): Promise<Uint8Array> {
  const workbook = await open(template);
  const known = [
    ...Object.keys(values.single),
    ...Object.entries(values.columns).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)),
  ];
  const unknown = new Set<string>();
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        for (const place of placesIn(cell)) if (!known.includes(place)) unknown.add(place);
      }),
    ),
  );
  if (unknown.size > 0)
    throw new TemplateError(words.unknownSheetFields([...unknown].join(', '), known.join(', ')), [...unknown]);
  workbook.eachSheet((sheet) => fillSheet(sheet, values));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function open(template: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  try {
    return await workbook.xlsx.load(Uint8Array.from(template).buffer);
  } catch (cause) {
    throw Object.assign(new TemplateError(words.badSheet), { cause });
  }
}

function placesIn(cell: ExcelJS.Cell): readonly string[] {
  return [...cell.text.matchAll(PLACE)].map(([, place = '']) => place);
}

function fillSheet(sheet: ExcelJS.Worksheet, values: SheetValues): void {
  // From below, so that rows which are still to come keep their numbers.
  for (let number = sheet.rowCount; number >= 1; number--) {
    const table = tableOf(sheet.getRow(number));
    if (table !== null) fillTable(sheet, number, values.tables[table] ?? [], table);
  }
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (placesIn(cell).length === 0) return;
      cell.value = cleanText(cell.text.replaceAll(PLACE, (_, place: string) => values.single[place] ?? ''));
    }),
  );
}

function tableOf(row: ExcelJS.Row): string | null {
  let found: string | null = null;
  row.eachCell((cell) => {
    const named = placesIn(cell).find((place) => place.includes('.'));
    if (named !== undefined) found = named.split('.')[0] ?? null;
  });
  return found;
}

function fillTable(
  sheet: ExcelJS.Worksheet,
  number: number,
  records: readonly Readonly<Record<string, string | number | Date | null>>[],
  table: string,
): void {
  const pattern: string[] = [];
  sheet.getRow(number).eachCell((cell, column) => {
    pattern[column] = cell.text;
  });
  if (records.length > 1) sheet.duplicateRow(number, records.length - 1, true);
  for (const [index, record] of (records.length === 0 ? [{}] : records).entries()) {
    const row = sheet.getRow(number + index);
    pattern.forEach((text, column) => {
      const [place = ''] = [...text.matchAll(PLACE)].map(([, name = '']) => name);
      if (!place.startsWith(`${table}.`)) return;
      const value: string | number | Date | null | undefined = Reflect.get(record, place.slice(table.length + 1));
      row.getCell(column).value = typeof value === 'string' ? cleanText(value) : (value ?? null);
    });
  }
}
