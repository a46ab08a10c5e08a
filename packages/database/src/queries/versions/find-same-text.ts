import type { Queryable } from '../../connection/connection.ts';

/** The earliest other article of the profile whose text is the same, or null. */
export async function findSameText(
  db: Queryable,
  text: { profile: string; articleId: string; contentHash: string },
): Promise<string | null> {
  const { rows } = await db.query<{ article_id: string }>(
    `select article_id from article_versions where profile = $1 and content_hash = $3 and article_id <> $2 order by id limit 1`,
    [text.profile, text.articleId, text.contentHash],
  );
  return rows[0]?.article_id ?? null;
}
