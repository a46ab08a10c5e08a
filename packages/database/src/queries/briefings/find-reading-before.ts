import type { Queryable } from '../../connection/connection.ts';

/**
 * When the ledger was read for the issued briefing that ends where a period begins; null where there is none. A briefing issued
 * before its period was over has not seen what came after: the next one begins there.
 */
export async function findReadingBefore(db: Queryable, profile: string, from: Date): Promise<Date | null> {
  const { rows } = await db.query<{ readAt: Date }>(
    `select (content ->> 'compiledAt')::timestamptz as "readAt" from briefings
     where profile = $1 and period_to = $2 and state = 'issued' order by edition, id limit 1`,
    [profile, from],
  );
  return rows[0]?.readAt ?? null;
}
