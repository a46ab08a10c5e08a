import type { Queryable } from '../../connection/connection.ts';

export interface HostTurnRequest {
  readonly host: string;
  readonly holder: string;
  readonly delayMs: number;
  readonly leaseSeconds: number;
}

/**
 * Takes the turn of a host if it is free and its delay has passed. A turn that was written in what is now the future binds
 * nobody: the database's clock was set back since.
 *
 * @returns 0 when taken, else the milliseconds after which trying again makes sense
 */
export async function takeHostTurn(db: Queryable, request: HostTurnRequest): Promise<number> {
  const { rows } = await db.query<{ taken: boolean; wait_ms: number }>(
    `with taken as (
       insert into host_turns as turn (host, holder, held_until, next_start_at, written_at)
       values ($1, $2, clock_timestamp() + make_interval(secs => $4), clock_timestamp() + $3 * interval '1 millisecond', clock_timestamp())
       on conflict (host) do update
         set holder = excluded.holder, held_until = excluded.held_until, next_start_at = excluded.next_start_at,
           written_at = excluded.written_at
         where turn.written_at > clock_timestamp() + interval '1 minute'
           or (turn.held_until is null or turn.held_until < clock_timestamp()) and turn.next_start_at <= clock_timestamp()
       returning 1
     )
     select exists (select 1 from taken) as taken,
       coalesce((select greatest(50, extract(epoch from next_start_at - clock_timestamp()) * 1000)::int from host_turns where host = $1), 50) as wait_ms`,
    [request.host, request.holder, request.delayMs, request.leaseSeconds],
  );
  const row = rows[0];
  return row === undefined || !row.taken ? (row?.wait_ms ?? 50) : 0;
}
