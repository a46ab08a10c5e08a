import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Queryable } from '../connection/connection.ts';
import { listMigrations, migrate } from '../migration/migrate.ts';
import { listTables, type TableShape, tableName } from './shape.ts';

/** The database is not empty, or is not one that this release can load into. The message says what to do. */
export class LoadingRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LoadingRefused';
  }
}

/** A database that is being filled: everything in one transaction, which only `finish` makes true. */
export interface Loading {
  /** Starts the rows of a table; the rows of the one before must have ended. */
  begin(table: TableShape): Promise<void>;
  /** Bytes in PostgreSQL's own text form, cut anywhere. */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends the rows of the table. @returns how many were taken */
  end(): Promise<number>;
  /** Puts constraints back, proves them, commits, and brings the database forward to this release. */
  finish(): Promise<void>;
  /** Leaves the database as empty as it was found. */
  abandon(): Promise<void>;
}

/**
 * Opens an empty database for the rows of a backup whose newest migration is the last of `migrations`.
 *
 * @throws LoadingRefused when something stands in the database, or the backup is of a newer or foreign release
 */
export async function openLoading(
  connectionString: string,
  { migrations, partitions }: { migrations: readonly string[]; partitions: readonly string[] },
): Promise<Loading> {
  const upTo = checkMigrations(migrations);
  await refuseUnlessEmpty(connectionString);
  await migrate(connectionString, upTo);
  const client = new pg.Client({ connectionString, application_name: 'lamro-copy', connectionTimeoutMillis: 10_000 });
  await client.connect();
  // The server may end the session at any time; what is then asked of it fails and says so.
  client.on('error', () => undefined);
  try {
    await client.query('begin');
    for (const name of partitions) await makeMonth(client, name);
    const constraints = await openTables(client);
    return loadingOf(client, connectionString, constraints);
  } catch (error) {
    await client.end();
    await clear(connectionString);
    throw error;
  }
}

function checkMigrations(migrations: readonly string[]): string {
  const ours = listMigrations();
  const foreign = migrations.find((name) => !ours.includes(name));
  const last = migrations.at(-1);
  if (foreign !== undefined || last === undefined)
    throw new LoadingRefused(
      `Bản sao lưu có bước nâng cấp "${foreign ?? ''}" mà bản phần mềm này không biết: hãy khôi phục bằng đúng bản phần mềm đã sao lưu hoặc bản mới hơn.`,
    );
  const skipped = ours.slice(0, ours.indexOf(last)).find((name) => !migrations.includes(name));
  if (skipped === undefined) return last;
  throw new LoadingRefused(
    `Bản sao lưu thiếu bước nâng cấp "${skipped}": hãy khôi phục bằng đúng bản phần mềm đã sao lưu, rồi nâng cấp.`,
  );
}

/** @throws LoadingRefused naming what stands there */
async function refuseUnlessEmpty(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'lamro-copy', connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'S')
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
       order by 1 limit 1`,
    );
    if (rows[0] === undefined) return;
    const { database, host } = client;
    throw new LoadingRefused(
      `Cơ sở dữ liệu "${database}" ở ${host} không trống (có ${rows[0].name}). Chỉ khôi phục vào cơ sở dữ liệu trống: tạo một cái mới (createdb lamro_moi) rồi đặt DATABASE_URL tới đó.`,
    );
  } finally {
    await client.end();
  }
}

/** Months of before come back as months, so that they can still go as a whole. */
async function makeMonth(client: pg.Client, name: string): Promise<void> {
  const [, parent, year, month] = /^(.+)_(\d{4})_(\d{2})$/.exec(name) ?? [];
  if (parent !== undefined) await client.query('select keep_partition($1, $2)', [parent, `${year}-${month}-01`]);
}

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Makes tables ready for rows in any order: what migrations wrote goes, foreign keys wait until all rows are in (tables point at each
 * other), and triggers rest, which would write down the same events a second time.
 */
async function openTables(client: pg.Client): Promise<readonly Constraint[]> {
  const { rows: constraints } = await client.query<Constraint>(
    `select c.conrelid::regclass::text as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_namespace n on n.oid = c.connamespace
     where c.contype = 'f' and c.conparentid = 0 and n.nspname in ('public', 'identity') order by 1, 2`,
  );
  for (const { table, name } of constraints)
    await client.query(`alter table ${table} drop constraint ${pg.escapeIdentifier(name)}`);
  for (const table of await listTables(client)) {
    const name = `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`;
    await client.query(`alter table ${name} disable trigger user`);
    await client.query(`delete from ${name}`);
  }
  return constraints;
}

function loadingOf(client: pg.Client, url: string, constraints: readonly Constraint[]): Loading {
  let copy: ReturnType<typeof from> | null = null;
  let failed: unknown = null;
  const current = () => {
    if (failed !== null) throw failed;
    if (copy === null) throw new Error('no table was begun');
    return copy;
  };
  return {
    begin: async (table) => {
      const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
      const name = `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`;
      copy = client.query(from(`copy ${name} (${columns}) from stdin`));
      copy.on('error', (error) => {
        failed = new Error(`Không nạp được bảng ${tableName(table)}: ${error.message}`, { cause: error });
      });
    },
    write: async (bytes) => {
      const stream = current();
      await new Promise<void>((resolve, reject) => {
        stream.write(bytes, (error) => (error ? reject(failed ?? error) : resolve()));
      });
    },
    end: async () => {
      const stream = current();
      const done = finished(stream).catch((error: unknown) => {
        throw failed ?? error;
      });
      stream.end();
      await done;
      copy = null;
      return stream.rowCount;
    },
    finish: async () => {
      await closeTables(client, constraints);
      await client.query('commit');
      await client.end();
      await migrate(url);
    },
    abandon: async () => {
      // An open COPY keeps the session busy; ending the connection ends it and the transaction.
      await client.end();
      await clear(url);
    },
  };
}

async function closeTables(client: pg.Client, constraints: readonly Constraint[]): Promise<void> {
  for (const { table, name, definition } of constraints)
    await client.query(`alter table ${table} add constraint ${pg.escapeIdentifier(name)} ${definition}`);
  for (const table of await listTables(client))
    await client.query(
      `alter table ${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)} enable trigger user`,
    );
  await setSequences(client);
}

/** Each sequence goes on after the highest number that its column holds. */
async function setSequences(db: Queryable): Promise<void> {
  const { rows } = await db.query<{ sequence: string; table: string; column: string }>(
    `select s.oid::regclass::text as sequence, d.refobjid::regclass::text as table, quote_ident(a.attname) as column
     from pg_class s join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i') and d.classid = 'pg_class'::regclass
     join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
     join pg_namespace n on n.oid = s.relnamespace
     where s.relkind = 'S' and n.nspname in ('public', 'identity')`,
  );
  for (const { sequence, table, column } of rows)
    await db.query(`select setval($1::regclass, coalesce((select max(${column}) from ${table}), 0) + 1, false)`, [
      sequence,
    ]);
}

/** What this loading made goes again: the database held nothing before it. */
async function clear(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'lamro-copy', connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('drop schema if exists identity cascade');
    await client.query('drop schema if exists public cascade');
    await client.query('create schema public');
  } finally {
    await client.end();
  }
}
