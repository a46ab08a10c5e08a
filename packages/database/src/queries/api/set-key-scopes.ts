import type { Queryable } from '../../connection/connection.ts';

/** Says what an API key may do. */
export async function setKeyScopes(db: Queryable, id: string, scopes: readonly string[]): Promise<void> {
  await db.query('update identity.api_keys set scopes = $2 where id = $1', [id, scopes]);
}
