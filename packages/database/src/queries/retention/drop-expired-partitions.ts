import type { Queryable } from '../../connection/connection.ts';

export interface DroppedPartition {
  /** Kind of the policy. */
  readonly kind: string;
  readonly partition: string;
  readonly rows: string;
}

/** Drops the months that are older than their policy keeps. Each leaves a line in `retention_runs`. */
export async function dropExpiredPartitions(db: Queryable, now: Date): Promise<readonly DroppedPartition[]> {
  const { rows } = await db.query<DroppedPartition>(
    `select policy as kind, partition_name as partition, removed_rows as rows
     from drop_expired_partitions(($1::timestamptz at time zone 'UTC')::date)`,
    [now],
  );
  return rows;
}
