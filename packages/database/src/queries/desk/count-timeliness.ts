import type { Queryable } from '../../connection/connection.ts';

export interface TimelinessCount {
  readonly rule: string;
  readonly onTime: number;
  /** Met after they were due, or due and not met. */
  readonly late: number;
  readonly running: number;
}

/** How deadlines were kept, by their rule; cancelled ones count nowhere. */
export async function countTimeliness(
  db: Queryable,
  filter: { profile: string; since: Date; now: Date },
): Promise<readonly TimelinessCount[]> {
  const { rows } = await db.query<TimelinessCount>(
    `select rule, count(*) filter (where met_at <= due_at)::int as "onTime",
       count(*) filter (where met_at > due_at or (met_at is null and due_at < $3))::int as late,
       count(*) filter (where met_at is null and due_at >= $3)::int as running
     from deadlines where profile = $1 and starts_at >= $2 and cancelled_at is null group by rule order by rule`,
    [filter.profile, filter.since, filter.now],
  );
  return rows;
}
