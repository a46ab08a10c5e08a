import type { Queryable } from '../../connection/connection.ts';

export interface OpenClarification {
  readonly id: string;
  readonly releaseId: string;
  readonly claim: string;
  readonly openedAt: Date;
}

/** The clarification of a case that is open to everybody; null where none is. */
export async function findOpenClarification(db: Queryable, caseId: string): Promise<OpenClarification | null> {
  const result = await db.query<OpenClarification>(
    `select id, release_id as "releaseId", claim, opened_at as "openedAt" from public_clarifications
     where case_id = $1 and closed_at is null`,
    [caseId],
  );
  return result.rows[0] ?? null;
}
