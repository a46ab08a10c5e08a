import type { Queryable } from '../../connection/connection.ts';

/** Versions that nobody has judged yet and whose next try is due, oldest first. */
export async function findUnjudgedVersions(db: Queryable, limit: number): Promise<{ versionId: string }[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from article_versions
     where judged_at is null and quarantined_at is null and (judge_attempts = 0
       or coalesce(judge_asked_at, created_at) + judge_attempts * interval '30 seconds' <= now())
     order by coalesce(judge_asked_at, created_at) limit $1`,
    [limit],
  );
  return rows.map((row) => ({ versionId: row.id }));
}
