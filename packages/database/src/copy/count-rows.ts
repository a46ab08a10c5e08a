import type { Queryable } from '../connection/connection.ts';
import { BLOBS_THAT_MAY_LEAVE } from './blob-column.ts';
import { listTables, tableName } from './shape.ts';

/** Rows of every table that a backup holds, by `schema.table`. */
export async function countRows(db: Queryable): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const table of await listTables(db)) {
    const { rows } = await db.query<{ rows: string }>(`select count(*) as rows from "${table.schema}"."${table.name}"`);
    counts.set(tableName(table), Number(rows[0]?.rows ?? 0));
  }
  return counts;
}

/** SHA-256 of blobs that may leave the installation and come after a given one, in order; '' starts. */
export async function listBlobsAfter(db: Queryable, after: string, limit: number): Promise<readonly string[]> {
  const { rows } = await db.query<{ sha256: string }>(
    `select sha256 from (${BLOBS_THAT_MAY_LEAVE}) known where sha256 > $1 order by sha256 limit $2`,
    [after, limit],
  );
  return rows.map(({ sha256 }) => sha256);
}
