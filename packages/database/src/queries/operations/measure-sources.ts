import type { Queryable } from '../../connection/connection.ts';

export interface SourceCount {
  readonly profile: string;
  readonly state: 'well' | 'failing' | 'alarm' | 'off';
  readonly sources: number;
}

/** How many sources of each province are well, failed at their last check, stand in alarm, or are switched off. */
export async function measureSources(db: Queryable): Promise<readonly SourceCount[]> {
  const { rows } = await db.query<SourceCount>(
    `select profile, case when not enabled then 'off' when alarm is not null then 'alarm'
         when consecutive_failures > 0 then 'failing' else 'well' end as state, count(*)::int as sources
     from sources where kind <> 'intake' group by 1, 2`,
  );
  return rows;
}
