import { type OfficialRecord, officialRecordSchema } from '@lamro/domain';

export interface RecordLines {
  readonly records: readonly OfficialRecord[];
  /** One Vietnamese line per line that could not be read. */
  readonly problems: readonly string[];
}

const LONGEST_LINE = 100_000;

/** Reads official records, one JSON object a line; a line that is wrong is reported with its number and leaves the others alone. */
export function readRecords(text: string): RecordLines {
  const records: OfficialRecord[] = [];
  const problems: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = line.length > LONGEST_LINE ? null : officialRecordSchema.safeParse(parseJson(line));
    if (parsed?.success) records.push(parsed.data);
    else
      problems.push(
        `dòng ${index + 1}: ${parsed === null ? 'dài quá mức cho phép' : (parsed.error.issues[0]?.message ?? 'không đọc được')}`,
      );
  }
  return { records, problems };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The schema turns null into the error that names the line.
    return null;
  }
}
