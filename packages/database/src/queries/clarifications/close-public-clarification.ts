import type { Queryable } from '../../connection/connection.ts';

export interface ClarificationClosing {
  readonly caseId: string;
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** Closes the clarification of a case that is open to everybody; returns its id, or null where none is. */
export async function closePublicClarification(db: Queryable, row: ClarificationClosing): Promise<string | null> {
  const result = await db.query<{ id: string }>(
    `update public_clarifications set closed_by = $2, closed_reason = $3, closed_at = $4
     where case_id = $1 and closed_at is null returning id`,
    [row.caseId, row.by, row.reason, row.at],
  );
  return result.rows[0]?.id ?? null;
}
