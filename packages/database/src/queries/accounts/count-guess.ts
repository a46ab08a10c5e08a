import type { Queryable } from '../../connection/connection.ts';
import { GUESS_TABLES, type Guess } from './guess.ts';

/** `last`: this one may still be tried, and locked what comes after it. */
export type GuessLeave = 'open' | 'last' | 'locked';

/**
 * Counts one guess before it is looked at, so that many at once are not one. The `limit`-th in a row locks the subject for `minutes`
 * and starts the count anew; while locked nothing is counted.
 */
export async function countGuess(
  db: Queryable,
  { factor, subject }: Guess,
  rule: { readonly limit: number; readonly minutes: number; readonly at: Date },
): Promise<GuessLeave> {
  const { table, key } = GUESS_TABLES[factor];
  const { rows } = await db.query<{ last: boolean }>(
    `insert into ${table} as f (${key}, failures, locked_until, last_at) values ($1, 1, null, $4)
     on conflict (${key}) do update set
       failures = case when f.failures + 1 >= $2 then 0 else f.failures + 1 end,
       locked_until = case when f.failures + 1 >= $2 then $4::timestamptz + make_interval(mins => $3) end,
       last_at = $4
     where f.locked_until is null or f.locked_until <= $4
     returning failures = 0 as last`,
    [subject, rule.limit, rule.minutes, rule.at],
  );
  const [counted] = rows;
  if (counted === undefined) return 'locked';
  return counted.last ? 'last' : 'open';
}
