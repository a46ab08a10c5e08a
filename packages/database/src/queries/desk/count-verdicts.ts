import type { Queryable } from '../../connection/connection.ts';

export interface VerdictCount {
  /** ISO week in Vietnam, `2026-W47`. */
  readonly week: string;
  readonly verdict: string;
  readonly reviews: number;
}

/** Reviews by week and verdict. */
export async function countVerdicts(db: Queryable, profile: string, since: Date): Promise<readonly VerdictCount[]> {
  const { rows } = await db.query<VerdictCount>(
    `select to_char(reviewed_at at time zone 'Asia/Ho_Chi_Minh', 'IYYY-"W"IW') as week, verdict, count(*)::int as reviews
     from reviews where profile = $1 and reviewed_at >= $2 and verdict is not null group by 1, 2 order by 1, 2`,
    [profile, since],
  );
  return rows;
}
