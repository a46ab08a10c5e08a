import type { Queryable } from '../../connection/connection.ts';

export interface OutletCount {
  readonly outlet: string;
  readonly country: string;
  readonly items: number;
  readonly flagged: number;
}

/** Items about the province and flags by outlet, most items first. */
export async function countOutlets(db: Queryable, profile: string, since: Date): Promise<readonly OutletCount[]> {
  const { rows } = await db.query<OutletCount>(
    `select o.name as outlet, o.country, count(*)::int as items,
       count(*) filter (where exists (select 1 from flags f where f.article_id = a.id))::int as flagged
     from articles a join judgements j on j.article_version_id = a.current_version_id and j.relevant
     join outlets o on o.id = a.outlet_id
     where a.profile = $1 and a.first_seen_at >= $2 group by o.id order by items desc, o.name`,
    [profile, since],
  );
  return rows;
}
