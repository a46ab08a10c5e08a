import type { Queryable } from '../../connection/connection.ts';

/** The story in which an article stands, or null. */
export async function findStoryOf(db: Queryable, articleId: string): Promise<string | null> {
  const { rows } = await db.query<{ story_id: string }>('select story_id from story_members where article_id = $1', [
    articleId,
  ]);
  return rows[0]?.story_id ?? null;
}
