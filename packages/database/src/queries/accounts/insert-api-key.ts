import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NewApiKey {
  readonly accountId: string;
  readonly name: string;
  readonly keySha256: string;
  readonly expiresAt: Date;
}

/** Stores an API key by its hash and returns its id. */
export async function insertApiKey(db: Queryable, key: NewApiKey): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into identity.api_keys (account_id, name, key_sha256, expires_at) values ($1, $2, $3, $4) returning id`,
    [key.accountId, key.name, key.keySha256, key.expiresAt],
  );
  return onlyRow(result, 'khóa API vừa tạo').id;
}
