import type { Queryable } from '../../connection/connection.ts';

/** Plans a notice for every webhook of its province that wants its kind; once, however many people were told the same. */
export async function planWebhooks(
  db: Queryable,
  notice: { id: string; profile: string; kind: string; dedupeKey: string; at: Date },
): Promise<number> {
  const { id, profile, kind, dedupeKey, at } = notice;
  const planned = await db.query(
    `with made as (
       insert into deliveries (profile, channel, webhook_id, dedupe_key, message_id, next_attempt_at, created_at)
       select $2, 'webhook', w.id, $4, 'webhook-' || w.id || '-' || md5($4), $5, $5 from webhooks w
       where w.profile = $2 and w.enabled and w.removed_at is null and (w.kinds = '{}' or $3 = any(w.kinds))
       on conflict (webhook_id, dedupe_key) do nothing returning id)
     insert into delivery_notices (delivery_id, notice_id) select id, $1 from made`,
    [id, profile, kind, dedupeKey, at],
  );
  return planned.rowCount ?? 0;
}
