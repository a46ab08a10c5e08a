import type { Queryable } from '../../connection/connection.ts';

/** The article of a profile that is known under a canonical address, or null. */
export async function findArticleByAddress(
  db: Queryable,
  address: { profile: string; canonicalUrl: string },
): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `select id from articles where profile = $1 and canonical_url = $2
     union all select article_id from article_addresses where profile = $1 and canonical_url = $2 limit 1`,
    [address.profile, address.canonicalUrl],
  );
  return rows[0]?.id ?? null;
}
