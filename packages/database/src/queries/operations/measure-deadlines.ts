import type { Queryable } from '../../connection/connection.ts';

export interface DeadlineCount {
  readonly profile: string;
  readonly state: 'running' | 'due-soon' | 'overdue';
  readonly deadlines: number;
}

/** How many clocks of each province run, end within a day, or have run out. */
export async function measureDeadlines(db: Queryable): Promise<readonly DeadlineCount[]> {
  const { rows } = await db.query<DeadlineCount>(
    `select profile, case when due_at < now() then 'overdue' when due_at < now() + interval '1 day' then 'due-soon'
         else 'running' end as state, count(*)::int as deadlines
     from deadlines where met_at is null and cancelled_at is null group by 1, 2`,
  );
  return rows;
}
