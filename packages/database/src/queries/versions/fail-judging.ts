import type { Queryable } from '../../connection/connection.ts';

/** Writes a failed judging; after `quarantineAfter` tries the version is set aside with its reason and can be replayed. */
export async function failJudging(
  db: Queryable,
  failure: { versionId: string; reason: string; quarantineAfter: number },
): Promise<void> {
  await db.query(
    `update article_versions set judge_attempts = judge_attempts + 1, judge_failure = $2,
       quarantined_at = case when judge_attempts + 1 >= $3 then now() end
     where id = $1`,
    [failure.versionId, failure.reason, failure.quarantineAfter],
  );
}
