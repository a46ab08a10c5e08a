import type { Queryable } from '../../connection/connection.ts';

export interface ItemPlaces {
  readonly profile: string;
  readonly articleId: string;
  /** Names under which units of the gazetteer meet; those that an earlier version named and this one does not are let go. */
  readonly places: readonly string[];
  /** When the article was published or, where it does not say, first seen. */
  readonly at: Date;
}

/** Writes which places below the province an article names, by which later ones find it. */
export async function saveItemPlaces(db: Queryable, item: ItemPlaces): Promise<void> {
  await db.query('delete from item_places where article_id = $1 and not place = any($2::text[])', [
    item.articleId,
    item.places,
  ]);
  await db.query(
    `insert into item_places (article_id, profile, place, at)
     select $1, $2, place, $4 from (select distinct unnest($3::text[]) as place) named
     on conflict (article_id, place) do update set at = excluded.at where item_places.at <> excluded.at`,
    [item.articleId, item.profile, item.places, item.at],
  );
}
