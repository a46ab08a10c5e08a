import type { Queryable } from '../../connection/connection.ts';

/** The id of the source that a profile watches at an address, or null. */
export async function findSourceByUrl(db: Queryable, profile: string, url: string): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>('select id from sources where profile = $1 and url = $2', [
    profile,
    url,
  ]);
  return rows[0]?.id ?? null;
}
