import type { Queryable } from '../../connection/connection.ts';

/** Holds a turn for longer; does nothing when the lease had run out and another one took it. */
export async function keepHostTurn(
  db: Queryable,
  turn: { host: string; holder: string; leaseSeconds: number },
): Promise<void> {
  await db.query(
    `update host_turns set held_until = clock_timestamp() + make_interval(secs => $3)
     where host = $1 and holder = $2`,
    [turn.host, turn.holder, turn.leaseSeconds],
  );
}
