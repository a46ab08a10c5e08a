import type { Queryable } from '../../connection/connection.ts';

/** Partitions that should stand ready at a time and do not: this month's and those of the given number of months after it. */
export async function listMissingPartitions(db: Queryable, now: Date, monthsAhead: number): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select name from retention_policies p, generate_series(0, $2::int) ahead,
       lateral (select partition_of(p.partitioned,
         (date_trunc('month', $1::timestamptz at time zone 'UTC') + make_interval(months => ahead))::date) as name) wanted
     where p.partitioned is not null and to_regclass(format('public.%I', name)) is null order by name`,
    [now, monthsAhead],
  );
  return rows.map(({ name }) => name);
}
