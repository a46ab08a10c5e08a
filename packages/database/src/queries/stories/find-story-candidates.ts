import type { Queryable } from '../../connection/connection.ts';
import type { EmbeddingColumns } from './embedding.ts';

export interface StoryCandidateRow extends EmbeddingColumns {
  readonly article_id: string;
  readonly story_id: string;
  readonly duplicate_of: string | null;
  readonly features: unknown;
}

export interface StoryQuestion {
  readonly profile: string;
  readonly articleId: string;
  readonly keys: readonly number[];
  readonly seenAt: Date;
  /** Only articles seen within so many days before count: the cost of one article stays flat as stories grow. */
  readonly withinDays: number;
  readonly limit: number;
}

/** Stored articles that share most keys with a new one. */
export async function findStoryCandidates(db: Queryable, question: StoryQuestion): Promise<StoryCandidateRow[]> {
  const { rows } = await db.query<StoryCandidateRow>(
    `select f.article_id, m.story_id, m.duplicate_of, f.features, f.embedding_model, f.embedding
     from (
       select article_id, features, keys, seen_at, embedding_model, embedding from story_features
       where profile = $1 and keys && $3::bigint[] and article_id <> $2
         and seen_at between $4::timestamptz - make_interval(days => $5) and $4::timestamptz + make_interval(days => $5)
       order by seen_at desc limit 500
     ) f
     join story_members m on m.article_id = f.article_id
     order by cardinality(array(select unnest(f.keys) intersect select unnest($3::bigint[]))) desc, f.article_id desc
     limit $6`,
    [question.profile, question.articleId, question.keys, question.seenAt, question.withinDays, question.limit],
  );
  return rows;
}
