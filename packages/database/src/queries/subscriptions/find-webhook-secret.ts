import type { Queryable } from '../../connection/connection.ts';

/**
 * The secrets by which notices to a URL are signed, of the newest webhook there that is in use: the one that holds, and the
 * one before while receivers change over. None where nothing there is in use.
 */
export async function findWebhookSecrets(db: Queryable, url: string, at: Date): Promise<readonly string[]> {
  const { rows } = await db.query<{ secret: string; old: string | null }>(
    `select secret, case when old_secret_until > $2 then old_secret end as old from webhooks
     where url = $1 and enabled and removed_at is null order by id desc limit 1`,
    [url, at],
  );
  return rows.flatMap(({ secret, old }) => (old === null ? [secret] : [secret, old]));
}
