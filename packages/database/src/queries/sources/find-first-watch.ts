import type { Queryable } from '../../connection/connection.ts';

/** Since when a province is watched: its oldest source that is switched on; null where there is none. */
export async function findFirstWatch(db: Queryable, profile: string): Promise<Date | null> {
  const { rows } = await db.query<{ since: Date | null }>(
    'select min(created_at) as since from sources where profile = $1 and enabled',
    [profile],
  );
  return rows[0]?.since ?? null;
}
