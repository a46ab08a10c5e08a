import type { Queryable } from '../../connection/connection.ts';
import { TELLING_COLUMNS, TELLING_JOINS, type TellingRow } from './telling.ts';

export interface NeighbourQuestion {
  readonly profile: string;
  readonly articleId: string;
  /** Names under which units of the gazetteer meet. */
  readonly places: readonly string[];
  readonly at: Date;
  /** Only articles published so near in time, before or after. */
  readonly withinDays: number;
  /** How many of each place, and how many at most. */
  readonly limit: number;
}

/** Articles that lately named a place which this one names too, the oldest of them first. Of each place only the newest are read. */
export async function findNeighbours(db: Queryable, question: NeighbourQuestion): Promise<TellingRow[]> {
  const { rows } = await db.query<TellingRow>(
    `with near as (
       select distinct newest.article_id, newest.at from unnest($3::text[]) as named (place)
       cross join lateral (
         select p.article_id, p.at from item_places p
         where p.profile = $1 and p.place = named.place and p.article_id <> $2
           and p.at between $4::timestamptz - make_interval(days => $5) and $4::timestamptz + make_interval(days => $5)
         order by p.at desc, p.article_id desc limit $6) newest
       order by newest.at desc, newest.article_id desc limit $6)
     select ${TELLING_COLUMNS} from near join articles a on a.id = near.article_id ${TELLING_JOINS}
     order by near.at, a.id`,
    [question.profile, question.articleId, question.places, question.at, question.withinDays, question.limit],
  );
  return rows;
}
