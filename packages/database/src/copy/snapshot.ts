import type { Readable } from 'node:stream';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { z } from 'zod';
import type { Queryable } from '../connection/connection.ts';
import { ATTACHMENTS_HELD, BLOBS_THAT_MAY_LEAVE } from './blob-column.ts';
import { listApplied, listTables, type TableShape } from './shape.ts';

const heldSchema = z.object({ id: z.string(), caseNumber: z.string().nullable(), sha256: z.string() });
/** An attachment whose bytes stay behind. */
export type HeldAttachment = z.infer<typeof heldSchema>;
export { heldSchema };

/** How rows are written: `text` as PostgreSQL copies them, `csv` with a head line, `json` one object a line. */
export type RowFormat = 'text' | 'csv' | 'json';

/** The whole ledger as it stood at one moment, while others go on writing. */
export interface Snapshot {
  readonly takenAt: Date;
  readonly tables: readonly TableShape[];
  readonly migrations: readonly string[];
  /** Names of the months of tables that are cut by month. */
  readonly partitions: readonly string[];
  /** Attachments whose bytes are held apart. */
  readonly held: readonly HeldAttachment[];
  /** For questions to the same moment. */
  readonly db: Queryable;
  /** Rows of one table. One at a time: a stream must have ended before the next question. */
  rows(table: TableShape, format: RowFormat): Readable;
  /** SHA-256 of every blob that may leave the installation, each once, a thousand at a time. */
  blobs(): AsyncIterable<readonly string[]>;
  close(): Promise<void>;
}

const BLOBS_AT_ONCE = 1_000;

/**
 * Opens one transaction that sees a single moment (repeatable read) and changes nothing.
 *
 * @throws when the database cannot be reached or holds no ledger
 */
export async function openSnapshot(connectionString: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString, application_name: 'lamro-copy', connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    // The form of dates and numbers must not depend on the server's settings.
    await client.query("set local datestyle = 'ISO'; set local timezone = 'UTC'; set local extra_float_digits = 1");
    const moment = await client.query<{ now: Date }>('select now()');
    const migrations = await listApplied(client);
    if (migrations.length === 0) throw new Error('Cơ sở dữ liệu này không có sổ của Làm Rõ: kiểm tra DATABASE_URL.');
    const tables = await listTables(client);
    // Nothing that is still to be read may be dropped or changed in its shape meanwhile; reading and writing go on.
    const names = tables.map(({ schema, name }) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`);
    await client.query(`lock table ${names.join(', ')} in access share mode`);
    return {
      takenAt: moment.rows[0]?.now ?? new Date(),
      tables,
      migrations,
      partitions: await listMonths(client),
      held: z.array(heldSchema).parse((await client.query(ATTACHMENTS_HELD)).rows),
      db: client,
      rows: (table, format) => client.query(to(copyStatement(table, format))),
      blobs: () => listBlobs(client),
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function listMonths(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relispartition and relkind = 'r'
       and relname ~ '_\\d{4}_\\d{2}$' order by relname`,
  );
  return rows.map(({ name }) => name);
}

function copyStatement(table: TableShape, format: RowFormat): string {
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const from = `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`;
  const rows = `select ${columns} from ${from}`;
  if (format === 'text') return `copy (${rows}) to stdout`;
  if (format === 'csv') return `copy (${rows}) to stdout (format csv, header)`;
  // JSON escapes control characters, so a delimiter and a quote that never occur leave each line as it is.
  return `copy (select row_to_json(t)::text from (${rows}) t) to stdout (format csv, delimiter e'\\x02', quote e'\\x01')`;
}

async function* listBlobs(client: pg.Client): AsyncGenerator<readonly string[]> {
  await client.query(`declare blobs no scroll cursor for ${BLOBS_THAT_MAY_LEAVE} order by sha256`);
  for (;;) {
    const { rows } = await client.query<{ sha256: string }>(`fetch ${BLOBS_AT_ONCE} from blobs`);
    if (rows.length === 0) break;
    yield rows.map(({ sha256 }) => sha256);
  }
  await client.query('close blobs');
}
