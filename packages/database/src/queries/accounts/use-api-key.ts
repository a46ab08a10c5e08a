import type { Queryable } from '../../connection/connection.ts';
import { ACCOUNT_COLUMNS, type AccountRow } from './account.ts';

/** The account a valid API key speaks for, noting the time of use; null for an unknown, expired or revoked key. */
export async function useApiKey(db: Queryable, keySha256: string, at: Date): Promise<AccountRow | null> {
  const result = await db.query<AccountRow>(
    `update identity.api_keys k set last_used_at = $2 from identity."user" u
     where k.key_sha256 = $1 and k.revoked_at is null and k.expires_at > $2 and u."id" = k.account_id
     returning ${ACCOUNT_COLUMNS}`,
    [keySha256, at],
  );
  return result.rows[0] ?? null;
}
