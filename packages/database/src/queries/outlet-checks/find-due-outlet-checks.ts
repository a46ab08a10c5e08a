import type { Queryable } from '../../connection/connection.ts';

/** Ids of checks that are due at `at` and wait for a visit, longest waiting first. */
export async function findDueOutletChecks(db: Queryable, at: Date, limit: number): Promise<readonly string[]> {
  const result = await db.query<{ id: string }>(
    `select id from outlet_checks where state = 'waiting' and due_at <= $1 order by due_at, id limit $2`,
    [at, limit],
  );
  return result.rows.map((row) => row.id);
}
