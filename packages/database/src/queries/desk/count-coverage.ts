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
    `select to_char(a.first_seen_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day,
       count(*) filter (where a.origin = 'domestic')::int as domestic,
       count(*) filter (where a.origin = 'foreign')::int as foreign,
       count(*) filter (where exists (select 1 from flags f where f.article_id = a.id))::int as flagged
     from articles a join judgements j on j.article_version_id = a.current_version_id and j.relevant
     where a.profile = $1 and a.first_seen_at >= $2 group by 1 order by 1`,
    [profile, since],
  );
  return rows;
}
