import type { Queryable } from '../../connection/connection.ts';

/** Features of the newest articles of a profile, from which a starting worker learns how rare terms are. */
export async function findRecentFeatures(db: Queryable, profile: string, limit: number): Promise<unknown[]> {
  const { rows } = await db.query<{ features: unknown }>(
    'select features from story_features where profile = $1 order by seen_at desc limit $2',
    [profile, limit],
  );
  return rows.map((row) => row.features);
}
