import type { Queryable } from '../../connection/connection.ts';

/** Stops the running clocks of a case that follow these rules: those of one task, or those of the answer itself. */
export async function meetDeadlines(
  db: Queryable,
  row: {
    readonly caseId: string;
    readonly rules: readonly string[];
    readonly assignmentId: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await db.query(
    `update deadlines set met_at = $3
     where case_id = $1 and rule = any($2::text[]) and assignment_id is not distinct from $4::bigint and met_at is null and cancelled_at is null`,
    [row.caseId, row.rules, row.at, row.assignmentId],
  );
}
