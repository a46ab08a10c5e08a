import type { Queryable } from '../../connection/connection.ts';

/** Months for which partitions stand ready beyond the present one. */
export const MONTHS_AHEAD = 3;

/**
 * Makes the partitions of this month and the coming ones where they are missing. Safe to run by several processes at once.
 *
 * @returns names of those that were made
 */
export async function keepPartitionsAhead(db: Queryable, now: Date): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select made.name from (
       select partition_of(p.partitioned, month) as name, keep_partition(p.partitioned, month) as made
       from retention_policies p, generate_series(0, $2::int) ahead,
         lateral (select (date_trunc('month', $1::timestamptz at time zone 'UTC') + make_interval(months => ahead))::date as month) m
       where p.partitioned is not null order by p.partitioned, month) made
     where made.made`,
    [now, MONTHS_AHEAD],
  );
  return rows.map(({ name }) => name);
}
