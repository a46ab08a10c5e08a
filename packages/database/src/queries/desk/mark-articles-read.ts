import type { Queryable } from '../../connection/connection.ts';

/** Remembers that one person has seen these articles of a province; ids of other provinces are passed over. */
export async function markArticlesRead(
  db: Queryable,
  reading: { profile: string; reader: string; articleIds: readonly string[]; at: Date },
): Promise<void> {
  await db.query(
    `insert into article_reads (reader_id, article_id, profile, read_at)
     select $2, a.id, a.profile, $4 from articles a where a.profile = $1 and a.id = any($3::bigint[])
     on conflict (reader_id, article_id) do nothing`,
    [reading.profile, reading.reader, reading.articleIds, reading.at],
  );
}
