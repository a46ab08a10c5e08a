import { type OfficialRecord, officialRecordSchema } from '@lamro/domain';
import { readCsv } from './csv.ts';

export interface RecordLines {
  readonly records: readonly OfficialRecord[];
  /** One Vietnamese line per line that could not be read. */
  readonly problems: readonly string[];
}

const LONGEST_LINE = 100_000;
const MOST_LINES = 200_000;

/**
 * Reads official records, as NDJSON or as CSV with the same names in its first row; a line that is wrong is reported with
 * its number and leaves the others alone.
 */
export function readRecords(text: string): RecordLines {
  const plain = text.replace(/^\ufeff/, '').replaceAll('\u0000', '');
  return isTable(plain) ? readTable(plain) : readLines(plain);
}

/** A table names its columns in the first row. */
function isTable(text: string): boolean {
  const [header] = readCsv(text.slice(0, text.search(/[\r\n]|$/)));
  return header?.some((name) => name.trim() === 'id') ?? false;
}

function readLines(text: string): RecordLines {
  return collect(
    text
      .split('\n')
      .map((line) => (line.trim() === '' ? EMPTY : line.length > LONGEST_LINE ? TOO_LONG : parseJson(line))),
  );
}

function readTable(text: string): RecordLines {
  const [header, ...rows] = readCsv(text);
  const names = (header ?? []).map((name) => name.trim());
  return collect([EMPTY, ...rows.map((cells) => rowOf(names, cells))]);
}

function rowOf(names: readonly string[], cells: readonly string[]): unknown {
  if (cells.every((cell) => cell.trim() === '')) return EMPTY;
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const cell = cells[index]?.trim() ?? '';
      if (cell === '') return [];
      return [[name, name === 'value' ? Number(cell) : cell]];
    }),
  );
}

const EMPTY = Symbol('empty');
const TOO_LONG = Symbol('too long');

function collect(lines: readonly unknown[]): RecordLines {
  const records: OfficialRecord[] = [];
  const problems: string[] = [];
  for (const [index, line] of lines.slice(0, MOST_LINES).entries()) {
    if (line === EMPTY) continue;
    const parsed = line === TOO_LONG ? null : officialRecordSchema.safeParse(line);
    if (parsed?.success) records.push(storable(parsed.data));
    else
      problems.push(`dòng ${index + 1}: ${parsed === null ? 'dài quá mức cho phép' : reasonOf(parsed.error.issues)}`);
  }
  return { records, problems };
}

/** JSON may escape NUL and halves of surrogate pairs, which PostgreSQL cannot hold. */
function storable(record: OfficialRecord): OfficialRecord {
  const clean = Object.entries(record).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value,
  ]);
  return officialRecordSchema.parse(Object.fromEntries(clean));
}

function reasonOf(issues: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  const [issue] = issues;
  if (issue === undefined) return 'không đọc được';
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The schema turns null into the error that names the line.
    return null;
  }
}
