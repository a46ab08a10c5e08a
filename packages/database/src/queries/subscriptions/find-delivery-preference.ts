import type { Queryable } from '../../connection/connection.ts';

export interface DeliveryPreference {
  readonly email: boolean;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly digestHours: readonly number[];
  /** Topics of which no letters are wanted. */
  readonly mutedTopics: readonly string[];
}

/** How somebody wishes to get notices; the defaults where nothing was chosen. */
export async function findDeliveryPreference(db: Queryable, accountId: string): Promise<DeliveryPreference> {
  const { rows } = await db.query<DeliveryPreference>(
    `select email, quiet_from as "quietFrom", quiet_to as "quietTo", digest_hours as "digestHours",
       muted_topics as "mutedTopics"
     from delivery_preferences where account_id = $1`,
    [accountId],
  );
  return rows[0] ?? { email: true, quietFrom: null, quietTo: null, digestHours: [], mutedTopics: [] };
}
