import type { Verdict } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface NewFlag {
  readonly profile: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly storyId: string | null;
  readonly score: number;
  readonly verdictSuggestion: Verdict | null;
}

/** Raises a flag on a version. @returns its id, or null when the version already has one */
export async function raiseFlag(db: Queryable, flag: NewFlag): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `insert into flags (profile, article_id, article_version_id, story_id, score, verdict_suggestion)
     values ($1, $2, $3, $4, $5, $6) on conflict (article_version_id) do nothing returning id`,
    [flag.profile, flag.articleId, flag.versionId, flag.storyId, flag.score, flag.verdictSuggestion],
  );
  return rows[0]?.id ?? null;
}
