import type { Queryable } from '../../connection/connection.ts';

/** Forgets wrong passwords and a lock: after a right password, or by an administrator. */
export async function clearSignInFailures(db: Queryable, email: string): Promise<void> {
  await db.query('delete from identity.sign_in_failures where email = lower($1)', [email]);
}
