import type { Queryable } from '../../connection/connection.ts';

/** What stands where a person's name stood. */
export const ERASED_NAME = 'Tài khoản đã xóa';

export type Erasure =
  | { readonly erased: true; readonly accountId: string; readonly removed: Readonly<Record<string, number>> }
  | { readonly erased: false; readonly why: 'not-found' | 'last-administrator' };

/** What goes with a person, by the id of the account. What the person did in office stays, under the id alone. */
const REMOVED: Readonly<Record<string, string>> = {
  sessions: 'delete from identity."session" where "userId" = $1',
  credentials: 'delete from identity."account" where "userId" = $1',
  secondFactors: 'delete from identity."twoFactor" where "userId" = $1',
  secondFactorTries: 'delete from identity.second_factor_tries where account_id = $1',
  usedCodes: 'delete from identity.used_codes where account_id = $1',
  apiKeys: 'delete from identity.api_keys where account_id = $1',
  preferences: 'delete from delivery_preferences where account_id = $1',
  reads: 'delete from article_reads where reader_id = $1',
  ownFilters: 'delete from saved_filters where owner_id = $1 and not shared',
  commandAnswers: 'delete from idempotent_commands where actor_id = $1',
  // What mail servers answered may repeat the address.
  letterDetails: 'update deliveries set detail = null where recipient_id = $1 and detail is not null',
  attemptDetails: `update delivery_attempts a set detail = null from deliveries d
    where d.id = a.delivery_id and d.recipient_id = $1 and a.detail is not null`,
};

/**
 * Takes a person's name, address and ways in out of the ledger. To be run in a transaction. Events, reviews and the trail name the
 * account by its id only, so that no chain changes.
 *
 * @param email address of the account, in any case
 */
export async function eraseAccount(db: Queryable, email: string, at: Date): Promise<Erasure> {
  const known = await db.query<{ id: string; email: string; last: boolean }>(
    `select u."id", u."email", u."role" = 'administrator' and u."disabledAt" is null and not exists (
       select from identity."user" o where o."role" = 'administrator' and o."disabledAt" is null and o."id" <> u."id") as last
     from identity."user" u where lower(u."email") = lower($1) for update`,
    [email],
  );
  const account = known.rows[0];
  if (account === undefined) return { erased: false, why: 'not-found' };
  if (account.last) return { erased: false, why: 'last-administrator' };
  const removed: Record<string, number> = {};
  for (const [what, statement] of Object.entries(REMOVED))
    removed[what] = (await db.query(statement, [account.id])).rowCount ?? 0;
  const invitations = await db.query(
    `update identity.invitations set email = null, name = null where account_id = $1 or lower(email) = lower($2)`,
    [account.id, account.email],
  );
  const failures = await db.query('delete from identity.sign_in_failures where lower(email) = lower($1)', [
    account.email,
  ]);
  await db.query(
    `update identity."user" set "name" = $2, "email" = 'da-xoa-' || "id" || '@invalid', "image" = null,
       "emailVerified" = false, "twoFactorEnabled" = false, "disabledAt" = coalesce("disabledAt", $3), "updatedAt" = $3
     where "id" = $1`,
    [account.id, ERASED_NAME, at],
  );
  Object.assign(removed, { invitations: invitations.rowCount ?? 0, signInFailures: failures.rowCount ?? 0 });
  return { erased: true, accountId: account.id, removed };
}
