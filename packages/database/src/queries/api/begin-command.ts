import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface CommandKey {
  readonly actorId: string;
  readonly key: string;
}

export interface KeptAnswer {
  readonly fresh: boolean;
  readonly fingerprint: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly status: number | null;
  readonly headers: unknown;
  readonly body: string | null;
}

/**
 * Takes a key for a command, or gives what was kept under it. Of two takers at the same time one gets `fresh`. A finished command older than
 * a day gives its key free; one whose end nobody saw keeps it.
 */
export async function beginCommand(
  db: Queryable,
  command: CommandKey & { profile: string; fingerprint: string; at: Date },
): Promise<KeptAnswer> {
  const { actorId, key, profile, fingerprint, at } = command;
  const taken = await db.query<{ fresh: boolean }>(
    `insert into idempotent_commands as kept (actor_id, key, profile, fingerprint, started_at) values ($1, $2, $3, $4, $5)
     on conflict (actor_id, key) do update set fingerprint = excluded.fingerprint, started_at = excluded.started_at,
       finished_at = null, status = null, headers = null, body = null
       where kept.finished_at < $5::timestamptz - interval '1 day'
     returning true as fresh`,
    [actorId, key, profile, fingerprint, at],
  );
  if (taken.rows[0] !== undefined)
    return { fresh: true, fingerprint, startedAt: at, finishedAt: null, status: null, headers: null, body: null };
  const kept = await db.query<KeptAnswer>(
    `select false as fresh, fingerprint, started_at as "startedAt", finished_at as "finishedAt", status, headers, body from idempotent_commands
     where actor_id = $1 and key = $2`,
    [actorId, key],
  );
  return onlyRow(kept, 'lệnh đã ghi');
}
