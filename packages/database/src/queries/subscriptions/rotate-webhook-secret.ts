import type { Queryable } from '../../connection/connection.ts';

/** Gives a webhook a new secret; the one before signs beside it until `oldUntil`. @returns whether there is such a webhook */
export async function rotateWebhookSecret(
  db: Queryable,
  rotation: { profile: string; id: string; secret: string; oldUntil: Date },
): Promise<boolean> {
  const result = await db.query(
    `update webhooks set old_secret = secret, old_secret_until = $4, secret = $3
     where profile = $1 and id = $2 and removed_at is null`,
    [rotation.profile, rotation.id, rotation.secret, rotation.oldUntil],
  );
  return result.rowCount === 1;
}
