import type { Queryable } from '../../connection/connection.ts';

/** Forgets that one person has seen these articles. */
export async function markArticlesUnread(
  db: Queryable,
  reading: { profile: string; reader: string; articleIds: readonly string[] },
): Promise<void> {
  await db.query('delete from article_reads where profile = $1 and reader_id = $2 and article_id = any($3::bigint[])', [
    reading.profile,
    reading.reader,
    reading.articleIds,
  ]);
}
