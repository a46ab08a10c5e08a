import type { Queryable } from '../../connection/connection.ts';

/** Calls off every running clock of one task. */
export async function cancelTaskDeadlines(db: Queryable, assignmentId: string, at: Date): Promise<void> {
  await db.query(
    'update deadlines set cancelled_at = $2 where assignment_id = $1 and met_at is null and cancelled_at is null',
    [assignmentId, at],
  );
}
