import type { Queryable } from '../../connection/connection.ts';

/** Writes that a look failed for a passing reason; it is taken again later. */
export async function postponeRecheck(db: Queryable, check: { id: string; reason: string }): Promise<void> {
  await db.query('update outlet_checks set attempts = attempts + 1, last_failure = $2 where id = $1', [
    check.id,
    check.reason,
  ]);
}
