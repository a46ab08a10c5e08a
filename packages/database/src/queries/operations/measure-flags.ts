import type { Queryable } from '../../connection/connection.ts';

export interface FlagCount {
  readonly profile: string;
  readonly state: 'open' | 'needs-evidence';
  readonly flags: number;
}

/** How many flags of each province wait for a person. */
export async function measureFlags(db: Queryable): Promise<readonly FlagCount[]> {
  const { rows } = await db.query<FlagCount>(
    `select profile, state, count(*)::int as flags from flags
     where state in ('open', 'needs-evidence') group by 1, 2`,
  );
  return rows;
}
