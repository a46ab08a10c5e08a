import type { Queryable } from '../../connection/connection.ts';

/** Says that deliveries of these notices are planned as far as any are wanted. */
export async function markNoticesPlanned(db: Queryable, ids: readonly string[], at: Date): Promise<void> {
  await db.query('update notices set planned_at = $2 where id = any($1::bigint[])', [ids, at]);
}
