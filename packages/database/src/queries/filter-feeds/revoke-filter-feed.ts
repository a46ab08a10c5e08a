import type { Queryable } from '../../connection/connection.ts';

/** Ends this person's private address of a filter; false where there is none. */
export async function revokeFilterFeed(
  db: Queryable,
  feed: { profile: string; filterId: string; owner: string; at: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update filter_feeds set revoked_at = $4
     where profile = $1 and filter_id = $2 and owner_id = $3 and revoked_at is null`,
    [feed.profile, feed.filterId, feed.owner, feed.at],
  );
  return rowCount === 1;
}
