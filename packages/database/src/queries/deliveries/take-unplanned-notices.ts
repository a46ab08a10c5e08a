import type { Queryable } from '../../connection/connection.ts';

export interface UnplannedNotice {
  readonly id: string;
  readonly profile: string;
  readonly recipientId: string;
  readonly kind: string;
  readonly dedupeKey: string;
  /** Whether letters go to this person. */
  readonly email: boolean;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly digestHours: readonly number[];
  readonly mutedTopics: readonly string[];
}

/** Locks notices that nobody planned a delivery for yet, with what their recipients wish; inside a transaction. */
export async function takeUnplannedNotices(db: Queryable, limit: number): Promise<readonly UnplannedNotice[]> {
  const { rows } = await db.query<UnplannedNotice>(
    `select n.id, n.profile, n.recipient_id as "recipientId", n.kind, n.dedupe_key as "dedupeKey",
       u."id" is not null and u."disabledAt" is null and coalesce(p.email, true) as email,
       p.quiet_from as "quietFrom", p.quiet_to as "quietTo", coalesce(p.digest_hours, '{}') as "digestHours",
       coalesce(p.muted_topics, '{}') as "mutedTopics"
     from notices n left join identity."user" u on u."id" = n.recipient_id
     left join delivery_preferences p on p.account_id = n.recipient_id
     where n.planned_at is null order by n.id limit $1 for update of n skip locked`,
    [limit],
  );
  return rows;
}
