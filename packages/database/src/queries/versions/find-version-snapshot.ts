import type { Queryable } from '../../connection/connection.ts';

/** Where the archived copy of an article version lies; null when there is no such version. */
export async function findVersionSnapshot(
  db: Queryable,
  versionId: string,
): Promise<{ readonly profile: string; readonly articleId: string; readonly sha256: string } | null> {
  const result = await db.query<{ profile: string; articleId: string; sha256: string }>(
    `select profile, article_id as "articleId", snapshot_sha256 as sha256 from article_versions where id = $1::bigint`,
    [versionId],
  );
  return result.rows[0] ?? null;
}
