import type { Queryable } from '../../connection/connection.ts';

export interface DismissalCount {
  readonly by: 'outlet' | 'language' | 'origin';
  readonly name: string;
  readonly raised: number;
  readonly decided: number;
  readonly dismissed: number;
}

/** Flags raised, decided and dismissed, by outlet, by language and by origin of the press; never by person. */
export async function countDismissals(db: Queryable, profile: string, since: Date): Promise<readonly DismissalCount[]> {
  const { rows } = await db.query<DismissalCount>(
    `select case grouping(o.name, v.language, a.origin) when 3 then 'outlet' when 5 then 'language' else 'origin' end as by,
       coalesce(o.name, v.language, a.origin) as name, count(*)::int as raised,
       count(*) filter (where f.state in ('confirmed', 'dismissed'))::int as decided,
       count(*) filter (where f.state = 'dismissed')::int as dismissed
     from flags f join articles a on a.id = f.article_id join outlets o on o.id = a.outlet_id
     join article_versions v on v.id = f.article_version_id
     where f.profile = $1 and f.opened_at >= $2
     group by grouping sets ((o.name), (v.language), (a.origin)) order by 1, raised desc, 2`,
    [profile, since],
  );
  return rows;
}
