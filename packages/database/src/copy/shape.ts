import { z } from 'zod';
import type { Queryable } from '../connection/connection.ts';

const tableSchema = z.object({
  schema: z.enum(['public', 'identity']),
  name: z.string(),
  /** Columns that hold data of their own, in order; what the server computes is left out. */
  columns: z.array(z.string()).min(1),
});
export type TableShape = z.infer<typeof tableSchema>;
export { tableSchema };

/** `schema.table`, as it is named in reports and files. */
export function tableName(table: Pick<TableShape, 'schema' | 'name'>): string {
  return `${table.schema}.${table.name}`;
}

/** Every table whose rows are worth keeping: not the counts of a minute, which a crash forgets too, and not the list of migrations. */
export async function listTables(db: Queryable): Promise<readonly TableShape[]> {
  const { rows } = await db.query(
    `select n.nspname as schema, c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p') and not c.relispartition
       and c.relpersistence = 'p' and (n.nspname, c.relname) <> ('public', 'migrations')
     order by n.nspname, c.relname`,
  );
  return z.array(tableSchema).parse(rows);
}

/** Names of migrations that have run, in order; none in a database without the ledger. */
export async function listApplied(db: Queryable): Promise<readonly string[]> {
  const known = await db.query<{ known: boolean }>("select to_regclass('public.migrations') is not null as known");
  if (known.rows[0]?.known !== true) return [];
  const { rows } = await db.query<{ name: string }>('select name from public.migrations order by name');
  return rows.map(({ name }) => name);
}
