import type { Queryable } from '../../connection/connection.ts';
import type { TellingRow } from '../stories/telling.ts';
import { IS_MISSING, JUDGED_ITEMS, type MissingPage } from './missing.ts';

export interface FeaturelessArticle extends TellingRow {
  readonly id: string;
  /** What its judgement found of the province, to be parsed by the caller. */
  readonly mentions: unknown;
  /** Whether it has features that lack what was added since. */
  readonly partly: boolean;
}

/** Articles whose story features are not kept, or lack what was added since; in the order and with the locks of those without places. */
export async function findArticlesWithoutFeatures(db: Queryable, page: MissingPage): Promise<FeaturelessArticle[]> {
  const { rows } = await db.query<FeaturelessArticle>(
    `select i.article_id as id, i.article_id, a.canonical_url as url, v.title, v.body, v.language, v.published_at,
       v.published_as_printed, o.country, a.first_seen_at, j.mentions,
       exists (select from story_features f where f.article_id = i.article_id) as partly
     from ${JUDGED_ITEMS} join outlets o on o.id = a.outlet_id
     where ${IS_MISSING.features} and ($3::bigint is null or i.article_id < $3)
     order by i.article_id desc limit $4 for update of v skip locked`,
    [page.profile, [], page.before, page.limit],
  );
  return rows;
}
