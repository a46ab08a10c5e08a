import type { Queryable } from '../../connection/connection.ts';

/**
 * A person's word on a delivery that failed or may have arrived: send it again, or leave it as settled.
 *
 * @returns whether there was such a delivery to decide on
 */
export async function decideDelivery(
  db: Queryable,
  decision: { profile: string; id: string; again: boolean; by: string; at: Date },
): Promise<boolean> {
  const { profile, id, again, by, at } = decision;
  const result = await db.query(
    `update deliveries set state = case when $3 then 'waiting' else 'settled' end, next_attempt_at = $5, decided_by = $4,
       finished_at = case when $3 then null else $5::timestamptz end
     where profile = $1 and id = $2 and state in ('failed', 'uncertain')`,
    [profile, id, again, by, at],
  );
  return result.rowCount === 1;
}
