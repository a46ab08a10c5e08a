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
    `with found as materialized (
       -- Apart from the order by time, in whose index the planner would look for the newest and read the whole window.
       select article_id, profile, seen_at from story_features
       where story_keys_in_time(profile, keys, seen_at, seen_at)
         && story_keys_in_time($1, $3::bigint[], $4::timestamptz - make_interval(days => $5), $4::timestamptz + make_interval(days => $5))),
     newest as (
       select article_id from found
       where profile = $1 and article_id <> $2
         and seen_at between $4::timestamptz - make_interval(days => $5) and $4::timestamptz + make_interval(days => $5)
       order by seen_at desc limit 500)
     select f.article_id, m.story_id, m.duplicate_of, f.features, f.embedding_model, f.embedding
     from newest join story_features f using (article_id) join story_members m using (article_id)
     order by (select count(*) from unnest(f.keys) key where key = any($3::bigint[])) desc, f.article_id desc
     limit $6`,
    [question.profile, question.articleId, question.keys, question.seenAt, question.withinDays, question.limit],
  );
  return rows;
}
