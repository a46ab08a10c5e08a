import type { Queryable } from '../../connection/connection.ts';

export interface NewestVersion {
  readonly contentHash: string;
  readonly title: string;
  readonly body: string;
}

/** What an article says now, or null before its first version. */
export async function findNewestVersion(db: Queryable, articleId: string): Promise<NewestVersion | null> {
  const { rows } = await db.query<NewestVersion>(
    `select content_hash as "contentHash", title, body from article_versions where article_id = $1 order by number desc limit 1`,
    [articleId],
  );
  return rows[0] ?? null;
}
