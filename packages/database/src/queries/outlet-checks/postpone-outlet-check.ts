import type { Queryable } from '../../connection/connection.ts';

/** Notes a visit that brought nothing and when to try again. */
export async function postponeOutletCheck(
  db: Queryable,
  failure: { readonly id: string; readonly until: Date; readonly why: string },
): Promise<void> {
  await db.query(
    `update outlet_checks set due_at = $2, attempts = attempts + 1, last_failure = $3 where id = $1 and state = 'waiting'`,
    [failure.id, failure.until, failure.why],
  );
}
