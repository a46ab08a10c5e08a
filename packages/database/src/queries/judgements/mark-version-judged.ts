import type { Queryable } from '../../connection/connection.ts';

/** Closes the judging of a version. */
export async function markVersionJudged(db: Queryable, versionId: string): Promise<void> {
  await db.query('update article_versions set judged_at = now(), judge_failure = null where id = $1', [versionId]);
}
