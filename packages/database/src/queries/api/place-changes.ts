import type { Queryable } from '../../connection/connection.ts';

const PLACER = 7_120_001;
const BATCH = 5_000;

/**
 * Gives positions to changes that committed since the last time. To be run inside a transaction: the lock lasts until its end, so that
 * no position becomes visible after a later one.
 *
 * @returns how many were placed; 0 also where another placer is at work
 */
export async function placeChanges(db: Queryable): Promise<number> {
  const lock = await db.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [PLACER]);
  if (lock.rows[0]?.mine !== true) return 0;
  const placed = await db.query(
    `update changes set position = next.position from (
       select id, row_number() over (order by id) + (select coalesce(max(position), 0) from changes) as position
       from (select id from changes where position is null order by id limit $1) waiting) next
     where changes.id = next.id`,
    [BATCH],
  );
  return placed.rowCount ?? 0;
}
