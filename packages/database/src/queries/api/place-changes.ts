import type { Queryable } from '../../connection/connection.ts';

const PLACER = 7_120_001;
const BATCH = 5_000;

/**
 * Gives positions to changes that committed since the last time. To be run inside a transaction: the lock lasts until its end, so that
 * no position becomes visible after a later one. Positions go on from the last one ever given, whatever was dropped since.
 *
 * @returns how many were placed; 0 also where another placer is at work
 */
export async function placeChanges(db: Queryable): Promise<number> {
  const lock = await db.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [PLACER]);
  if (lock.rows[0]?.mine !== true) return 0;
  const placed = await db.query<{ placed: number }>(
    `with placed as (
       update changes set position = known.last + next.number
       from (select id, at, row_number() over (order by id) as number
             from (select id, at from changes where position is null order by id limit $1) waiting) next,
         change_position known
       where changes.id = next.id and changes.at = next.at returning 1
     ), counted as (select count(*)::int as placed from placed)
     update change_position set last = last + counted.placed from counted where counted.placed > 0 returning counted.placed`,
    [BATCH],
  );
  return placed.rows[0]?.placed ?? 0;
}
