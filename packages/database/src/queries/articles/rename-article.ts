import type { Queryable } from '../../connection/connection.ts';

/**
 * Gives an article the canonical address that its page names, and remembers the one it had.
 *
 * @param article.url where to fetch it from now on; null leaves that alone
 * @returns the id of another article that already has this address, else null; then nothing was changed
 */
export async function renameArticle(
  db: Queryable,
  article: { id: string; profile: string; canonicalUrl: string; url: string | null },
): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `with taken as (
       select id from articles where profile = $2 and canonical_url = $3 and id <> $1
       union select article_id from article_addresses where profile = $2 and canonical_url = $3 and article_id <> $1
     ), remembered as (
       insert into article_addresses (profile, canonical_url, article_id)
       select profile, canonical_url, id from articles where id = $1 and canonical_url <> $3 and not exists (select from taken)
       on conflict do nothing
     ), renamed as (
       update articles set canonical_url = $3, url = coalesce($4, url)
       where id = $1 and (canonical_url <> $3 or url <> $4) and not exists (select from taken)
     )
     select id from taken order by id limit 1`,
    [article.id, article.profile, article.canonicalUrl, article.url],
  );
  return rows[0]?.id ?? null;
}
