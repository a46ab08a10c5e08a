import type { Queryable } from '../../connection/connection.ts';
import { type StoredEmbedding, toBytes } from './embedding.ts';

export interface NewStoryFeatures {
  readonly id: string;
  readonly profile: string;
  readonly keys: readonly number[];
  readonly features: unknown;
  readonly seenAt: Date;
  /** Where a model gave one. */
  readonly embedding: StoredEmbedding | null;
}

/** Stores by what an article can be found again; a later version of it replaces the former. */
export async function saveStoryFeatures(db: Queryable, article: NewStoryFeatures): Promise<void> {
  const { embedding } = article;
  await db.query(
    `insert into story_features (article_id, profile, keys, features, seen_at, embedding_model, embedding)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (article_id) do update set keys = excluded.keys, features = excluded.features,
       embedding_model = excluded.embedding_model, embedding = excluded.embedding`,
    [
      article.id,
      article.profile,
      article.keys,
      JSON.stringify(article.features),
      article.seenAt,
      embedding?.model ?? null,
      embedding === null ? null : toBytes(embedding.vector),
    ],
  );
}
