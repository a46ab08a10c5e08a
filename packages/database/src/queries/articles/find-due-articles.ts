import type { Queryable } from '../../connection/connection.ts';

/**
 * Discovered articles whose page is due to be fetched, oldest first. One that was never tried is due whatever its time says: the
 * database's clock may have been set back since it was found.
 */
export async function findDueArticles(db: Queryable, limit: number): Promise<{ articleId: string }[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from articles where state = 'discovered'
       and (attempts = 0 or next_attempt_at <= now() or updated_at > now() + interval '1 minute')
     order by next_attempt_at limit $1`,
    [limit],
  );
  return rows.map((row) => ({ articleId: row.id }));
}
