import type { Queryable } from '../../connection/connection.ts';

/** The earliest other article of the profile whose text is the same, whatever its headline, or null. */
export async function findSameText(
  db: Queryable,
  text: { profile: string; articleId: string; textHash: string },
): Promise<string | null> {
  const { rows } = await db.query<{ article_id: string }>(
    `select article_id from article_versions where profile = $1 and text_hash = $3 and article_id <> $2 order by id limit 1`,
    [text.profile, text.articleId, text.textHash],
  );
  return rows[0]?.article_id ?? null;
}
