import type { Queryable } from '../../connection/connection.ts';

/** Stores by what an article can be found again; a later version of it replaces the former. */
export async function saveStoryFeatures(
  db: Queryable,
  article: { id: string; profile: string; keys: readonly number[]; features: unknown; seenAt: Date },
): Promise<void> {
  await db.query(
    `insert into story_features (article_id, profile, keys, features, seen_at) values ($1, $2, $3, $4, $5)
     on conflict (article_id) do update set keys = excluded.keys, features = excluded.features`,
    [article.id, article.profile, article.keys, JSON.stringify(article.features), article.seenAt],
  );
}
