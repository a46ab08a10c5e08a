import type { Queryable } from '../../connection/connection.ts';

/**
 * Gives an article the canonical address that its page names.
 *
 * @returns the id of another article that already has this address, else null
 */
export async function renameArticle(
  db: Queryable,
  article: { id: string; profile: string; canonicalUrl: string },
): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `with taken as (
       select id from articles where profile = $2 and canonical_url = $3 and id <> $1
     ), renamed as (
       update articles set canonical_url = $3 where id = $1 and canonical_url <> $3 and not exists (select 1 from taken)
     )
     select id from taken`,
    [article.id, article.profile, article.canonicalUrl],
  );
  return rows[0]?.id ?? null;
}
