import type { Queryable } from '../../connection/connection.ts';

export interface DeliveredNotice {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly link: string | null;
}

/** Notices that one delivery carries, in the order in which they were written. */
export async function listDeliveryNotices(db: Queryable, deliveryId: string): Promise<readonly DeliveredNotice[]> {
  const { rows } = await db.query<DeliveredNotice>(
    `select n.id, n.kind, n.title, n.body, n.link from delivery_notices d join notices n on n.id = d.notice_id
     where d.delivery_id = $1 order by n.id`,
    [deliveryId],
  );
  return rows;
}
