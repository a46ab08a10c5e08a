import { csvText } from '@lamro/wording';

export type ExportFormat = 'csv' | 'ndjson';

const BATCH = 200;

/**
 * A whole list as a stream, read page by page, so that a long one costs no memory. CSV starts with a byte order mark, by
 * which spreadsheet programs know UTF-8.
 *
 * @param read the page after the cursor of the page before; null when it was the last
 */
export function exportStream(
  format: ExportFormat,
  name: string,
  columns: readonly string[],
  read: (cursor: string | null, limit: number) => Promise<{ lines: readonly object[]; next: string | null }>,
): Response {
  const encoder = new TextEncoder();
  let cursor: string | null = null;
  let started = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!started && format === 'csv') controller.enqueue(encoder.encode(`\ufeff${columns.join(',')}\r\n`));
      started = true;
      const page = await read(cursor, BATCH);
      const text = page.lines.map((line) => (format === 'csv' ? csvLine(columns, line) : ndjsonLine(columns, line)));
      if (text.length > 0) controller.enqueue(encoder.encode(text.join('')));
      cursor = page.next;
      if (cursor === null) controller.close();
    },
  });
  const type = format === 'csv' ? 'text/csv' : 'application/x-ndjson';
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}.${format}"`,
    },
  });
}

function ndjsonLine(columns: readonly string[], line: object): string {
  return `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, valueIn(line, column) ?? null])))}\n`;
}

function csvLine(columns: readonly string[], line: object): string {
  return `${columns.map((column) => csvCell(valueIn(line, column))).join(',')}\r\n`;
}

function valueIn(line: object, column: string): unknown {
  return Reflect.get(line, column);
}

/** Text that a spreadsheet program would run as a formula gets an apostrophe in front. */
export function csvCell(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'string' ? csvText(cell) : String(cell);
}
