import type { Origin } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface DiscoveredItem {
  readonly url: string;
  readonly canonicalUrl: string;
  readonly title: string;
  readonly summary: string;
  readonly publishedAt: string | null;
  readonly outletId: string;
  readonly origin: Origin;
}

export interface Discovery {
  readonly profile: string;
  readonly sourceId: string | null;
  readonly items: readonly DiscoveredItem[];
}

/**
 * Writes the articles that a source lists and that are not known yet, under this address or under another that led to them.
 *
 * @returns the ids of the new ones, in the order given
 */
export async function discoverArticles(db: Queryable, discovery: Discovery): Promise<{ articleId: string }[]> {
  const { items } = discovery;
  if (items.length === 0) return [];
  const { rows } = await db.query<{ id: string }>(
    `insert into articles (profile, outlet_id, source_id, origin, url, canonical_url, listed_title, listed_summary, listed_published_at)
     select $1, outlet_id, $2, origin, url, canonical_url, title, summary, published_at
     from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::text[]) with ordinality
       as item (url, canonical_url, title, summary, published_at, outlet_id, origin, place)
     where not exists (select 1 from article_addresses known where known.profile = $1 and known.canonical_url = item.canonical_url)
     order by place
     on conflict (profile, canonical_url) do nothing
     returning id`,
    [
      discovery.profile,
      discovery.sourceId,
      items.map((item) => item.url),
      items.map((item) => item.canonicalUrl),
      items.map((item) => item.title),
      items.map((item) => item.summary),
      items.map((item) => item.publishedAt),
      items.map((item) => item.outletId),
      items.map((item) => item.origin),
    ],
  );
  return rows.map((row) => ({ articleId: row.id }));
}
