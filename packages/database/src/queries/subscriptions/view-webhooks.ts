import type { Queryable } from '../../connection/connection.ts';

export interface WebhookView {
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly enabled: boolean;
  readonly createdAt: Date;
  /** Deliveries that failed for good or are being repeated. */
  readonly failing: number;
  /** Until when the secret before signs too; null where it does not. */
  readonly oldSecretUntil: Date | null;
}

/** Webhooks of a province, never their secrets. */
export async function viewWebhooks(db: Queryable, profile: string): Promise<readonly WebhookView[]> {
  const { rows } = await db.query<WebhookView>(
    `select w.id, w.url, w.kinds, w.enabled, w.created_at as "createdAt",
       (select count(*)::int from deliveries d where d.webhook_id = w.id
         and (d.state = 'failed' or (d.state = 'waiting' and d.attempts > 0))) as failing,
       case when w.old_secret_until > now() then w.old_secret_until end as "oldSecretUntil"
     from webhooks w where w.profile = $1 and w.removed_at is null order by w.id`,
    [profile],
  );
  return rows;
}
