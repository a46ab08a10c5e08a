import type { Queryable } from '../../connection/connection.ts';

/** Stores an address that gets notices. @returns its id; null where the address is in use */
export async function insertWebhook(
  db: Queryable,
  webhook: { profile: string; url: string; secret: string; kinds: readonly string[]; createdBy: string; at: Date },
): Promise<string | null> {
  const result = await db.query<{ id: string }>(
    `insert into webhooks (profile, url, secret, kinds, created_by, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (url) where removed_at is null do nothing returning id`,
    [webhook.profile, webhook.url, webhook.secret, webhook.kinds, webhook.createdBy, webhook.at],
  );
  return result.rows[0]?.id ?? null;
}
