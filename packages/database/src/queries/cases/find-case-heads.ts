import type { Queryable } from '../../connection/connection.ts';

/** The newest event of each case of a province that was written before `before`, by case. */
export async function findCaseHeads(
  db: Queryable,
  profile: string,
  before: Date,
): Promise<readonly { readonly caseId: string; readonly seq: number; readonly hash: string }[]> {
  const result = await db.query<{ caseId: string; seq: number; hash: string }>(
    `select distinct on (case_id) case_id as "caseId", seq, hash from case_events
     where profile = $1 and at < $2 order by case_id, seq desc`,
    [profile, before],
  );
  return result.rows;
}
