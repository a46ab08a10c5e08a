import type { Queryable } from '../../connection/connection.ts';
import { IS_MISSING, JUDGED_ITEMS, type MissingPage } from './missing.ts';

export interface PlacelessArticle {
  readonly id: string;
  /** What its judgement found of the province, to be parsed by the caller. */
  readonly mentions: unknown;
  /** When it was published or, where it does not say, first seen. */
  readonly at: Date;
}

/**
 * Articles that name places of which none is kept, the newest first; each is locked against being judged meanwhile, and one that is just
 * being judged is left out.
 *
 * @param placeCodes units of the province's gazetteer that are places below it
 */
export async function findArticlesWithoutPlaces(
  db: Queryable,
  page: MissingPage,
  placeCodes: readonly string[],
): Promise<PlacelessArticle[]> {
  const { rows } = await db.query<PlacelessArticle>(
    `select i.article_id as id, j.mentions, coalesce(v.published_at, a.first_seen_at) as at from ${JUDGED_ITEMS}
     where ${IS_MISSING.places} and ($3::bigint is null or i.article_id < $3)
     order by i.article_id desc limit $4 for update of v skip locked`,
    [page.profile, placeCodes, page.before, page.limit],
  );
  return rows;
}
