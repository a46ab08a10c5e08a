import type { Queryable } from '../../connection/connection.ts';

/**
 * Settles attempts whose sender died: a letter may have gone out, so a person decides; a webhook's receiver knows a
 * repetition, so it goes again.
 *
 * @returns how many
 */
export async function giveUpCutOff(db: Queryable, at: Date, detail: string): Promise<number> {
  const result = await db.query(
    `with cut as (
       update deliveries set state = case channel when 'email' then 'uncertain' else 'waiting' end, leased_until = null,
         detail = $2, next_attempt_at = $1, finished_at = case channel when 'email' then $1::timestamptz end
       where state = 'sending' and leased_until < $1 returning id, attempts)
     update delivery_attempts a set finished_at = $1, status = 'cut-off', detail = $2 from cut
     where a.delivery_id = cut.id and a.number = cut.attempts`,
    [at, detail],
  );
  return result.rowCount ?? 0;
}
