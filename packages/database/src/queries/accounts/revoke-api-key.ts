import type { Queryable } from '../../connection/connection.ts';

/** Ends an API key of this account. Returns false when it has none with this id still in force. */
export async function revokeApiKey(db: Queryable, accountId: string, id: string, at: Date): Promise<boolean> {
  const result = await db.query(
    'update identity.api_keys set revoked_at = $3 where id = $2 and account_id = $1 and revoked_at is null',
    [accountId, id, at],
  );
  return result.rowCount === 1;
}
