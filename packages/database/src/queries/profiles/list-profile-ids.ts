import type { Queryable } from '../../connection/connection.ts';

/** Ids of the provinces that the ledger holds. */
export async function listProfileIds(db: Queryable): Promise<readonly string[]> {
  const result = await db.query<{ id: string }>('select id from profiles order by id');
  return result.rows.map((row) => row.id);
}
