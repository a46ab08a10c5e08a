import type { Role } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface FollowedFilter {
  readonly name: string;
  /** Query string of the stream. */
  readonly query: string;
  readonly profile: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly role: Role;
  readonly agency: string | null;
}

/** The filter behind a private address; null for an unknown or revoked one, of an account that is closed, or no longer shared. */
export async function findFilterFeed(db: Queryable, tokenSha256: string): Promise<FollowedFilter | null> {
  const { rows } = await db.query<FollowedFilter>(
    `select f.name, f.query, f.profile, d.owner_id as "ownerId", u."name" as "ownerName", u."role", u."agency"
     from filter_feeds d join saved_filters f on f.id = d.filter_id and (f.owner_id = d.owner_id or f.shared)
     join identity."user" u on u."id" = d.owner_id and u."disabledAt" is null and u."profile" = f.profile
     where d.token_sha256 = $1 and d.revoked_at is null`,
    [tokenSha256],
  );
  return rows[0] ?? null;
}
