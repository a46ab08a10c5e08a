import type { Queryable } from '../../connection/connection.ts';

export interface DeliveryView {
  readonly id: string;
  readonly channel: string;
  readonly recipientId: string | null;
  readonly webhookId: string | null;
  readonly messageId: string;
  readonly digest: boolean;
  readonly state: string;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly detail: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** Deliveries of a province, newest first. */
export async function viewDeliveries(
  db: Queryable,
  filter: { profile: string; state: string | null; afterId: string | null; limit: number },
): Promise<readonly DeliveryView[]> {
  const { rows } = await db.query<DeliveryView>(
    `select id, channel, recipient_id as "recipientId", webhook_id as "webhookId", message_id as "messageId", digest, state,
       attempts, next_attempt_at as "nextAttemptAt", detail, created_at as "createdAt", finished_at as "finishedAt"
     from deliveries where profile = $1 and ($2::text is null or state = $2) and ($3::bigint is null or id < $3)
     order by id desc limit $4`,
    [filter.profile, filter.state, filter.afterId, filter.limit],
  );
  return rows;
}
