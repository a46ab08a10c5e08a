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
    `select o.name as outlet, o.country, counted.items, counted.flagged from (
       select i.outlet_id, count(*)::int as items,
         count(*) filter (where i.article_id in (select article_id from flags where profile = $1 and state <> 'withdrawn'))::int as flagged
       from items i where i.profile = $1 and i.relevant and i.first_seen_at >= $2 group by i.outlet_id) counted
     join outlets o on o.id = counted.outlet_id order by counted.items desc, o.name`,
    [profile, since],
  );
  return rows;
}
