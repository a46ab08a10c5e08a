import type { Queryable } from '../../connection/connection.ts';

export interface FinishedAttempt {
  readonly deliveryId: string;
  readonly number: number;
  readonly status: 'delivered' | 'failed' | 'uncertain';
  readonly kind: string | null;
  readonly detail: string;
  /** When it is tried again; null where it is not. */
  readonly retryAt: Date | null;
  readonly at: Date;
}

/** Records how an attempt ended. One that was given up meanwhile as cut off is recorded too, but decides nothing any more. */
export async function finishAttempt(db: Queryable, attempt: FinishedAttempt): Promise<void> {
  const { deliveryId, number, status, kind, detail, retryAt, at } = attempt;
  await db.query(
    `with noted as (
       update delivery_attempts set finished_at = $7, status = $3, kind = $4, detail = $5
       where delivery_id = $1 and number = $2)
     update deliveries set state = case when $6::timestamptz is null then $3 else 'waiting' end, detail = $5,
       next_attempt_at = coalesce($6, next_attempt_at), leased_until = null,
       finished_at = case when $6::timestamptz is null then $7::timestamptz end
     where id = $1 and state = 'sending' and attempts = $2`,
    [deliveryId, number, status, kind, detail, retryAt, at],
  );
}
