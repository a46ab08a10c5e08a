import type { Queryable } from '../../connection/connection.ts';

/** Takes an institution off the list; false where it was not on it. Letters to it that wait are not sent any more. */
export async function removeBriefingRecipient(
  db: Queryable,
  row: { profile: string; id: string; by: string; at: Date },
): Promise<boolean> {
  const result = await db.query(
    `update briefing_recipients set removed_by = $3, removed_at = $4 where profile = $1 and id = $2 and removed_at is null`,
    [row.profile, row.id, row.by, row.at],
  );
  return result.rowCount === 1;
}
