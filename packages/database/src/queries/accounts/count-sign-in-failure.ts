import type { Queryable } from '../../connection/connection.ts';

/**
 * Counts one wrong password; the `limit`-th in a row locks the address for `minutes` and starts the count anew.
 *
 * @returns whether this one locked it
 */
export async function countSignInFailure(
  db: Queryable,
  failure: { readonly email: string; readonly limit: number; readonly minutes: number; readonly at: Date },
): Promise<boolean> {
  const { rows } = await db.query<{ locked: boolean }>(
    `insert into identity.sign_in_failures as f (email, failures, locked_until, last_at) values ($1, 1, null, $4)
     on conflict (email) do update set
       failures = case when f.failures + 1 >= $2 then 0 else f.failures + 1 end,
       locked_until = case when f.failures + 1 >= $2 then $4::timestamptz + make_interval(mins => $3) else f.locked_until end,
       last_at = $4
     returning failures = 0 as locked`,
    [failure.email, failure.limit, failure.minutes, failure.at],
  );
  return rows[0]?.locked === true;
}
