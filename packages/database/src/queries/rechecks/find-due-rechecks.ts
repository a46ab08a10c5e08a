import type { Queryable } from '../../connection/connection.ts';

/** Looks at an outlet's page that are due and not yet taken, the oldest first; after failures the pauses grow. */
export async function findDueRechecks(db: Queryable, limit: number): Promise<{ checkId: string }[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from outlet_checks
     where state = 'waiting' and checked_at is null and due_at + attempts * attempts * interval '10 minutes' <= now()
     order by due_at limit $1`,
    [limit],
  );
  return rows.map((row) => ({ checkId: row.id }));
}
