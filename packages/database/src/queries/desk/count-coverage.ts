import type { Queryable } from '../../connection/connection.ts';

export interface CoverageCount {
  /** Day in Vietnam, `2026-11-22`. */
  readonly day: string;
  readonly domestic: number;
  readonly foreign: number;
  readonly flagged: number;
}

/** Items about the province by the day on which they were first seen; days without any are left out. */
export async function countCoverage(db: Queryable, profile: string, since: Date): Promise<readonly CoverageCount[]> {
  const { rows } = await db.query<CoverageCount>(
    `select to_char(day, 'YYYY-MM-DD') as day, domestic, "foreign", flagged from (
       select (i.first_seen_at at time zone 'Asia/Ho_Chi_Minh')::date as day,
         count(*) filter (where i.origin = 'domestic')::int as domestic,
         count(*) filter (where i.origin = 'foreign')::int as foreign,
         count(*) filter (where i.article_id in (select article_id from flags where profile = $1 and state <> 'withdrawn'))::int as flagged
       from items i where i.profile = $1 and i.relevant and i.first_seen_at >= $2 group by 1) days order by 1`,
    [profile, since],
  );
  return rows;
}
