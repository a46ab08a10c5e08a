import type { Queryable } from '../../connection/connection.ts';

/** Filters that this person follows at a private address, with the moment it was given. */
export async function listFilterFeeds(
  db: Queryable,
  profile: string,
  owner: string,
): Promise<readonly { readonly filterId: string; readonly createdAt: Date }[]> {
  const { rows } = await db.query<{ filterId: string; createdAt: Date }>(
    `select filter_id as "filterId", created_at as "createdAt" from filter_feeds
     where profile = $1 and owner_id = $2 and revoked_at is null order by id`,
    [profile, owner],
  );
  return rows;
}
