import type { Queryable } from '../../connection/connection.ts';

/** The secret by which notices to a URL are signed, of the newest webhook there that is in use; null for none. */
export async function findWebhookSecret(db: Queryable, url: string): Promise<string | null> {
  const { rows } = await db.query<{ secret: string }>(
    'select secret from webhooks where url = $1 and enabled and removed_at is null order by id desc limit 1',
    [url],
  );
  return rows[0]?.secret ?? null;
}
