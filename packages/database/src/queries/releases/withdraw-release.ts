import type { Queryable } from '../../connection/connection.ts';

export interface ReleaseWithdrawal {
  readonly caseId: string;
  readonly id: string;
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** Takes a release back and returns the response it carried; null where this case has no such release still standing. */
export async function withdrawRelease(db: Queryable, row: ReleaseWithdrawal): Promise<string | null> {
  const result = await db.query<{ responseId: string }>(
    `update releases set withdrawn_at = $5, withdrawn_by = $3, withdrawn_reason = $4
     where id = $2 and case_id = $1 and withdrawn_at is null returning response_id as "responseId"`,
    [row.caseId, row.id, row.by, row.reason, row.at],
  );
  return result.rows[0]?.responseId ?? null;
}
