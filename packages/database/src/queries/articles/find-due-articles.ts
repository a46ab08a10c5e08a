import type { Queryable } from '../../connection/connection.ts';

/** Discovered articles whose page is due to be fetched, oldest first. */
export async function findDueArticles(db: Queryable, limit: number): Promise<{ articleId: string }[]> {
  const { rows } = await db.query<{ id: string }>(
    "select id from articles where state = 'discovered' and next_attempt_at <= now() order by next_attempt_at limit $1",
    [limit],
  );
  return rows.map((row) => ({ articleId: row.id }));
}
