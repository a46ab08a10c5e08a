import type { Queryable } from '../../connection/connection.ts';

/** Until when this address is locked, or null where it is not locked at `at`. */
export async function findSignInLock(db: Queryable, email: string, at: Date): Promise<Date | null> {
  const result = await db.query<{ lockedUntil: Date }>(
    'select locked_until as "lockedUntil" from identity.sign_in_failures where email = $1 and locked_until > $2',
    [email, at],
  );
  return result.rows[0]?.lockedUntil ?? null;
}
