import type { Queryable } from '../../connection/connection.ts';

/** Puts new features in the place of stored ones; keys and embedding, by which they are found, stay. */
export async function renewFeatures(db: Queryable, articleId: string, features: unknown): Promise<void> {
  await db.query('update story_features set features = $2 where article_id = $1', [
    articleId,
    JSON.stringify(features),
  ]);
}
