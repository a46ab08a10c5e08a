import type { Queryable } from '../../connection/connection.ts';

/** Locks stories of a province that stand for themselves; returns the ids found, lowest first. */
export async function lockStories(db: Queryable, profile: string, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    'select id from stories where profile = $1 and id = any($2::bigint[]) and merged_into is null order by id for update',
    [profile, ids],
  );
  return rows.map((row) => row.id);
}
