import type { Queryable } from '../../connection/connection.ts';

export interface DeliveryAttemptView {
  readonly number: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** Null while it runs. */
  readonly status: string | null;
  readonly kind: string | null;
  readonly detail: string | null;
}

/** Attempts of one delivery of a province, the first one first. */
export async function viewDeliveryAttempts(
  db: Queryable,
  profile: string,
  deliveryId: string,
): Promise<readonly DeliveryAttemptView[]> {
  const { rows } = await db.query<DeliveryAttemptView>(
    `select a.number, a.started_at as "startedAt", a.finished_at as "finishedAt", a.status, a.kind, a.detail
     from delivery_attempts a join deliveries d on d.id = a.delivery_id
     where d.profile = $1 and d.id = $2 order by a.number`,
    [profile, deliveryId],
  );
  return rows;
}
