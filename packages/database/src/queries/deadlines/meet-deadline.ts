import type { Queryable } from '../../connection/connection.ts';

/** Stops one clock. */
export async function meetDeadline(db: Queryable, id: string, at: Date): Promise<void> {
  await db.query('update deadlines set met_at = $2 where id = $1 and met_at is null and cancelled_at is null', [
    id,
    at,
  ]);
}
