import type { Queryable } from '../../connection/connection.ts';

/** Ends an entry of the register. Returns false when it has ended already. */
export async function endSpokesperson(db: Queryable, id: string, at: Date): Promise<boolean> {
  const result = await db.query('update spokespersons set ended_at = $2 where id = $1 and ended_at is null', [id, at]);
  return result.rowCount === 1;
}
