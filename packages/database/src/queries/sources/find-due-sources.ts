import type { Queryable } from '../../connection/connection.ts';

/**
 * Sources whose check is due, the most urgent first. What is handed in comes by itself. A source that was checked, or made, in
 * what is now the future is due: the database's clock was set back since.
 */
export async function findDueSources(db: Queryable, limit: number): Promise<{ sourceId: string }[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from sources where enabled and kind <> 'intake'
       and (next_check_at <= now() or greatest(created_at, last_checked_at) > now() + interval '1 minute')
     order by priority, next_check_at limit $1`,
    [limit],
  );
  return rows.map((row) => ({ sourceId: row.id }));
}
