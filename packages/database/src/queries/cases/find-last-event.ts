import type { Queryable } from '../../connection/connection.ts';

/** The head of a case's chain; null before its first event. */
export async function findLastEvent(
  db: Queryable,
  caseId: string,
): Promise<{ readonly seq: number; readonly hash: string } | null> {
  const result = await db.query<{ seq: number; hash: string }>(
    'select seq, hash from case_events where case_id = $1 order by seq desc limit 1',
    [caseId],
  );
  return result.rows[0] ?? null;
}
