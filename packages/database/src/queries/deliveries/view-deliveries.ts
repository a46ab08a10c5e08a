import type { Queryable } from '../../connection/connection.ts';

export interface DeliveryView {
  readonly id: string;
  readonly channel: string;
  readonly recipientId: string | null;
  readonly webhookId: string | null;
  /** Name of the person, or URL of the webhook; null where neither is there any more. */
  readonly recipient: string | null;
  /** The notice that it carries, or the first of several. */
  readonly subject: string | null;
  readonly messageId: string;
  readonly digest: boolean;
  readonly state: string;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly detail: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export interface DeliveryFilter {
  readonly profile: string;
  /** Null: one delivery is not asked for. */
  readonly id: string | null;
  readonly state: string | null;
  readonly webhookId: string | null;
  readonly afterId: string | null;
  readonly limit: number;
}

/** Deliveries of a province, newest first. */
export async function viewDeliveries(db: Queryable, filter: DeliveryFilter): Promise<readonly DeliveryView[]> {
  const { rows } = await db.query<DeliveryView>(
    `select d.id, d.channel, d.recipient_id as "recipientId", d.webhook_id as "webhookId",
       coalesce(u."name", w.url) as recipient,
       (select n.title from delivery_notices c join notices n on n.id = c.notice_id
        where c.delivery_id = d.id order by n.id limit 1) as subject,
       d.message_id as "messageId", d.digest, d.state, d.attempts, d.next_attempt_at as "nextAttemptAt", d.detail,
       d.created_at as "createdAt", d.finished_at as "finishedAt"
     from deliveries d left join identity."user" u on u."id" = d.recipient_id left join webhooks w on w.id = d.webhook_id
     where d.profile = $1 and ($2::text is null or d.state = $2) and ($3::bigint is null or d.id < $3)
       and ($4::bigint is null or d.webhook_id = $4) and ($5::bigint is null or d.id = $5)
     order by d.id desc limit $6`,
    [filter.profile, filter.state, filter.afterId, filter.webhookId, filter.id, filter.limit],
  );
  return rows;
}
