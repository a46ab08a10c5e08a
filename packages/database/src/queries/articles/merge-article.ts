import type { Queryable } from '../../connection/connection.ts';

/**
 * Makes a discovered article one with another that is the same under another address: its attempts, addresses and
 * reports go over, and it is listed no more. Nothing else can hang on an article whose page was never stored.
 */
export async function mergeArticle(db: Queryable, merge: { from: string; into: string }): Promise<void> {
  const { from, into } = merge;
  await db.query(
    `insert into article_addresses (profile, canonical_url, article_id)
     select profile, canonical_url, $2 from articles where id = $1 on conflict do nothing`,
    [from, into],
  );
  await db.query('update article_addresses set article_id = $2 where article_id = $1', [from, into]);
  await db.query('update fetches set article_id = $2 where article_id = $1', [from, into]);
  await db.query('update intake_reports set article_id = $2 where article_id = $1', [from, into]);
  await db.query('delete from articles where id = $1 and current_version_id is null', [from]);
}
