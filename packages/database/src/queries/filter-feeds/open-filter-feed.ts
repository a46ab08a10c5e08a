import type { Queryable } from '../../connection/connection.ts';

export interface NewFilterFeed {
  readonly profile: string;
  readonly filterId: string;
  /** Who follows; a filter of their own, or one that is shared. */
  readonly owner: string;
  readonly tokenSha256: string;
  readonly at: Date;
}

/** Gives a filter a private address of this person's, in place of the one before; false where there is no such filter for them. */
export async function openFilterFeed(db: Queryable, feed: NewFilterFeed): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into filter_feeds (profile, filter_id, owner_id, token_sha256, created_at)
     select f.profile, f.id, $3, $4, $5::timestamptz from saved_filters f
     where f.profile = $1 and f.id = $2 and (f.owner_id = $3 or f.shared)
     on conflict (filter_id, owner_id) where revoked_at is null
     do update set token_sha256 = excluded.token_sha256, created_at = excluded.created_at`,
    [feed.profile, feed.filterId, feed.owner, feed.tokenSha256, feed.at],
  );
  return rowCount === 1;
}
