import type { Queryable } from '../../connection/connection.ts';

/** Ids of the flags that a case rests on. */
export async function listCaseFlags(db: Queryable, caseId: string): Promise<readonly string[]> {
  const result = await db.query<{ flagId: string }>(
    'select flag_id as "flagId" from case_flags where case_id = $1 order by flag_id',
    [caseId],
  );
  return result.rows.map((row) => row.flagId);
}
