import type { Queryable } from '../../connection/connection.ts';

/** What an API key may do; null for a key that is not in the ledger. */
export async function findKeyScopes(db: Queryable, keySha256: string): Promise<readonly string[] | null> {
  const { rows } = await db.query<{ scopes: string[] }>('select scopes from identity.api_keys where key_sha256 = $1', [
    keySha256,
  ]);
  return rows[0]?.scopes ?? null;
}
