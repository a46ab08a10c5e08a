import type { Queryable } from '../../connection/connection.ts';

/** Marks the notices of one person as read, up to the newest that was on the page. */
export async function readAllNotices(
  db: Queryable,
  filter: { profile: string; recipient: string; upTo: string; at: Date },
): Promise<void> {
  await db.query(
    `update notices set read_at = $4 where profile = $1 and recipient_id = $2 and id <= $3 and read_at is null`,
    [filter.profile, filter.recipient, filter.upTo, filter.at],
  );
}
