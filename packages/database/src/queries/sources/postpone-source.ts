import type { Queryable } from '../../connection/connection.ts';

/** Counts a check that broke on our side as a failed one and puts the next one off, so that it does not come back at once for ever. */
export async function postponeSource(
  db: Queryable,
  source: { readonly id: string; readonly waitSeconds: number; readonly reason: string },
): Promise<void> {
  await db.query(
    `update sources set last_checked_at = now(), consecutive_failures = consecutive_failures + 1,
       next_check_at = now() + make_interval(secs => $2), alarm_detail = $3,
       alarm = case when consecutive_failures >= 2 then 'keeps-failing' else alarm end,
       alarm_since = case when consecutive_failures >= 2 then coalesce(alarm_since, now()) else alarm_since end
     where id = $1`,
    [source.id, source.waitSeconds, source.reason],
  );
}
