import type { Queryable } from '../../connection/connection.ts';

/** Marks an article as fetched with its newest version; `syndicatedFrom` names the article whose text it repeats. */
export async function markArticleFetched(
  db: Queryable,
  article: { id: string; versionId: string; syndicatedFrom: string | null },
): Promise<void> {
  await db.query(
    `update articles set state = 'fetched', current_version_id = $2, syndicated_from = coalesce(syndicated_from, $3),
       attempts = 0, last_failure = null, updated_at = now()
     where id = $1`,
    [article.id, article.versionId, article.syndicatedFrom],
  );
}
