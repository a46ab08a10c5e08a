import type { Queryable } from '../../connection/connection.ts';

/** Calls off every running clock of a case. */
export async function cancelDeadlines(db: Queryable, caseId: string, at: Date): Promise<void> {
  await db.query(
    'update deadlines set cancelled_at = $2 where case_id = $1 and met_at is null and cancelled_at is null',
    [caseId, at],
  );
}
