import type { Queryable } from '../../connection/connection.ts';

export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** API keys of one account, newest first; never the keys themselves. */
export async function listApiKeys(db: Queryable, accountId: string): Promise<readonly ApiKeyRow[]> {
  const result = await db.query<ApiKeyRow>(
    `select id, name, created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt",
       last_used_at as "lastUsedAt"
     from identity.api_keys where account_id = $1 order by id desc`,
    [accountId],
  );
  return result.rows;
}
