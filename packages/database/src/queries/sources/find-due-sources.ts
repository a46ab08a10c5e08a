import type { Queryable } from '../../connection/connection.ts';

/** Sources whose check is due, the most urgent first. What is handed in comes by itself. */
export async function findDueSources(db: Queryable, limit: number): Promise<{ sourceId: string }[]> {
  const { rows } = await db.query<{ id: string }>(
    "select id from sources where enabled and kind <> 'intake' and next_check_at <= now() order by priority, next_check_at limit $1",
    [limit],
  );
  return rows.map((row) => ({ sourceId: row.id }));
}
