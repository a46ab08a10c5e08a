import type { Queryable } from '../../connection/connection.ts';

/** Switches a webhook on or off, or takes it away; what was sent to it stays on record. @returns whether there is one */
export async function changeWebhook(
  db: Queryable,
  change: { profile: string; id: string; enabled: boolean; removedAt: Date | null },
): Promise<boolean> {
  const result = await db.query(
    'update webhooks set enabled = $3, removed_at = $4 where profile = $1 and id = $2 and removed_at is null',
    [change.profile, change.id, change.enabled, change.removedAt],
  );
  return result.rowCount === 1;
}
