import type { Queryable } from '../../connection/connection.ts';
import type { DeliveryPreference } from './find-delivery-preference.ts';

/** Keeps how somebody wishes to get notices. */
export async function saveDeliveryPreference(
  db: Queryable,
  preference: DeliveryPreference & { accountId: string; profile: string },
): Promise<void> {
  const { accountId, profile, email, quietFrom, quietTo, digestHours, mutedTopics } = preference;
  await db.query(
    `insert into delivery_preferences (account_id, profile, email, quiet_from, quiet_to, digest_hours, muted_topics)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (account_id) do update set email = excluded.email, quiet_from = excluded.quiet_from,
       quiet_to = excluded.quiet_to, digest_hours = excluded.digest_hours,
       muted_topics = excluded.muted_topics`,
    [accountId, profile, email, quietFrom, quietTo, digestHours, mutedTopics],
  );
}
