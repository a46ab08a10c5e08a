import type { Queryable } from '../../connection/connection.ts';

/** Looks that were taken and whose outcome nobody has proposed yet. */
export async function findLookedAt(db: Queryable, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from outlet_checks where state = 'waiting' and checked_at is not null order by checked_at limit $1`,
    [limit],
  );
  return rows.map((row) => row.id);
}
