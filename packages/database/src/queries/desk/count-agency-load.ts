import type { Queryable } from '../../connection/connection.ts';

export interface AgencyLoad {
  readonly agency: string;
  readonly waiting: number;
  readonly working: number;
}

/** Open tasks by agency: not yet accepted, and under way. */
export async function countAgencyLoad(db: Queryable, profile: string): Promise<readonly AgencyLoad[]> {
  const { rows } = await db.query<AgencyLoad>(
    `select agency, count(*) filter (where state = 'open')::int as waiting, count(*) filter (where state = 'accepted')::int as working
     from assignments where profile = $1 and state in ('open', 'accepted') group by agency order by count(*) desc, agency`,
    [profile],
  );
  return rows;
}
