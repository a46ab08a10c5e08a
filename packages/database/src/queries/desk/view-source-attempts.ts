import type { Queryable } from '../../connection/connection.ts';

export interface SourceAttemptView {
  readonly id: string;
  readonly outcome: string;
  readonly status: number | null;
  readonly bytes: number | null;
  readonly durationMs: number;
  readonly detail: string | null;
  readonly fetchedAt: Date;
}

/** The latest attempts to read one source. */
export async function viewSourceAttempts(
  db: Queryable,
  profile: string,
  sourceId: string,
): Promise<readonly SourceAttemptView[]> {
  const { rows } = await db.query<SourceAttemptView>(
    `select id, outcome, status, bytes, duration_ms as "durationMs", detail, fetched_at as "fetchedAt"
     from fetches where profile = $1 and source_id = $2 and purpose = 'source' order by fetched_at desc limit 30`,
    [profile, sourceId],
  );
  return rows;
}
