import type { Queryable } from '../../connection/connection.ts';

/** How long a taken code is remembered: three steps of thirty seconds could take it again, and clocks differ. */
const REMEMBERED_MINUTES = 5;

/** Takes a six-digit code for an account. False where it was taken before and could still be right (RFC 6238, section 5.2). */
export async function useCode(db: Queryable, code: { accountId: string; code: string; at: Date }): Promise<boolean> {
  const values = [code.accountId, code.code, code.at, REMEMBERED_MINUTES];
  const { rowCount } = await db.query(
    `with gone as (
       delete from identity.used_codes
       where account_id = $1 and code <> $2 and used_at < $3::timestamptz - make_interval(mins => $4))
     insert into identity.used_codes as u (account_id, code, used_at) values ($1, $2, $3)
     on conflict (account_id, code) do update set used_at = $3
       where u.used_at < $3::timestamptz - make_interval(mins => $4)`,
    values,
  );
  return rowCount === 1;
}
