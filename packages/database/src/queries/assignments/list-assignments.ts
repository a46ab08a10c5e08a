import type { Queryable } from '../../connection/connection.ts';

import { ASSIGNMENT_COLUMNS, type AssignmentRow } from './assignment.ts';

/** Tasks of a case, oldest first. */
export async function listAssignments(db: Queryable, caseId: string): Promise<readonly AssignmentRow[]> {
  const result = await db.query<AssignmentRow>(
    `select ${ASSIGNMENT_COLUMNS} from assignments s where s.case_id = $1 order by s.id`,
    [caseId],
  );
  return result.rows;
}
