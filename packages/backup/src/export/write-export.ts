import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type HeldAttachment, openSnapshot, tableName, withoutSecrets } from '@lamro/database';
import type { BlobStore } from '@lamro/domain';
import { eachWholeBlob } from '../installation/whole-blobs.ts';

export interface ExportReport {
  readonly folder: string;
  readonly format: ExportFormat;
  readonly takenAt: string;
  /** Rows by `schema.table`. */
  readonly rows: Readonly<Record<string, number>>;
  readonly files: number;
  readonly heldApart: readonly HeldAttachment[];
  readonly missingFiles: readonly string[];
}

/** One JSON object a line, or comma-separated values with a head line (RFC 4180); UTF-8 both. */
export type ExportFormat = 'ndjson' | 'csv';

/**
 * Writes everything that the ledger and the archive hold as plain files, as of one moment: a file a table, each blob under its SHA-256,
 * and `export.json` with columns and counts. Left out: passwords, tokens and keys, and attachments that are held apart.
 *
 * @param folder must be new or empty
 * @throws Error with one Vietnamese line when something stands in the folder
 */
export async function writeExport(
  source: { readonly databaseUrl: string; readonly blobs: BlobStore },
  folder: string,
  format: ExportFormat,
): Promise<ExportReport> {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new Error(`Thư mục ${folder} không trống: chọn thư mục mới cho bản xuất.`);
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  const snapshot = await openSnapshot(source.databaseUrl);
  try {
    const tables = withoutSecrets(snapshot.tables);
    const rows: Record<string, number> = {};
    for (const table of tables) {
      const file = join(folder, 'tables', `${tableName(table)}.${format}`);
      const stream = snapshot.rows(table, format === 'csv' ? 'csv' : 'json');
      await pipeline(stream, format === 'csv' ? byteOrderMark() : through(), createWriteStream(file, { mode: 0o600 }));
      // The server's own count: a line of CSV is not always a row.
      rows[tableName(table)] = rowCountOf(stream);
    }
    const { blobs: files, missingBlobs: missingFiles } = await eachWholeBlob(
      snapshot,
      source.blobs,
      async (sha256, bytes) => {
        const place = join(folder, 'files', sha256.slice(0, 2));
        await mkdir(place, { recursive: true, mode: 0o700 });
        await writeFile(join(place, sha256), bytes, { mode: 0o600 });
      },
    );
    const { held: heldApart } = snapshot;
    const takenAt = snapshot.takenAt.toISOString();
    const report: ExportReport = { folder, format, takenAt, rows, files, heldApart, missingFiles };
    const described = { format: 'lamro-export/1', takenAt, migrations: snapshot.migrations, tables, rows, files };
    await writeFile(
      join(folder, 'export.json'),
      `${JSON.stringify({ ...described, heldApart, missingFiles }, null, 1)}\n`,
      { mode: 0o600 },
    );
    return report;
  } finally {
    await snapshot.close();
  }
}

function rowCountOf(stream: unknown): number {
  if (typeof stream === 'object' && stream !== null && 'rowCount' in stream && typeof stream.rowCount === 'number')
    return stream.rowCount;
  throw new Error('the server gave no count of rows');
}

/** Spreadsheet programs take CSV for UTF-8 only with this mark before it. */
function byteOrderMark(): Transform {
  let begun = false;
  return new Transform({
    transform(chunk, _encoding, done) {
      if (!begun) this.push('\uFEFF');
      begun = true;
      done(null, chunk);
    },
  });
}

function through(): Transform {
  return new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) });
}
