import type { Queryable } from '../../connection/connection.ts';

/** Signs an account out everywhere. Returns how many sessions ended. */
export async function endSessions(db: Queryable, accountId: string): Promise<number> {
  const result = await db.query('delete from identity."session" where "userId" = $1', [accountId]);
  return result.rowCount ?? 0;
}
