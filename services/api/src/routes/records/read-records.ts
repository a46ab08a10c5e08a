import { type OfficialRecord, officialRecordSchema } from '@lamro/domain';
import { callWords } from '@lamro/wording';
import { z } from 'zod';
import { CallRefused } from '../../problem/problem.ts';

const { localeError } = z.locales.vi();
const MOST_ISSUES = 50;

/**
 * Reads records from NDJSON. A file with a wrong line is refused whole, naming its wrong lines (the first fifty of them).
 *
 * @throws CallRefused `invalid-input`
 */
export function readRecords(ndjson: string): readonly OfficialRecord[] {
  const records: OfficialRecord[] = [];
  const issues: { path: string; message: string }[] = [];
  for (const [index, line] of ndjson
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const record = officialRecordSchema.safeParse(parseLine(line), { error: localeError });
    if (record.success) records.push(record.data);
    else
      issues.push(
        ...record.error.issues.map(({ path, message }) => ({
          path: [`line ${index + 1}`, ...path].join('.'),
          message,
        })),
      );
    if (issues.length >= MOST_ISSUES) break;
  }
  if (issues.length === 0) return records;
  throw new CallRefused('invalid-input', callWords.wrongLines, {
    issues,
  });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // What is no JSON is no record either; the schema says so by the line.
    return null;
  }
}
