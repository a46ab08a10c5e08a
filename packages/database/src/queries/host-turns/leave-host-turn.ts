import type { Queryable } from '../../connection/connection.ts';

/** Gives a host back; `retryAfterMs` holds everyone off for that long. Does nothing when the lease had run out. */
export async function leaveHostTurn(
  db: Queryable,
  turn: { host: string; holder: string; retryAfterMs: number },
): Promise<void> {
  await db.query(
    `update host_turns
     set holder = null, held_until = null, written_at = clock_timestamp(),
       next_start_at = greatest(next_start_at, clock_timestamp() + $3 * interval '1 millisecond')
     where host = $1 and holder = $2`,
    [turn.host, turn.holder, turn.retryAfterMs],
  );
}
