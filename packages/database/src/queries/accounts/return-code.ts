import type { Queryable } from '../../connection/connection.ts';

/** Gives back a code that turned out to be wrong: it may yet become the right one. */
export async function returnCode(db: Queryable, accountId: string, code: string): Promise<void> {
  await db.query('delete from identity.used_codes where account_id = $1 and code = $2', [accountId, code]);
}
