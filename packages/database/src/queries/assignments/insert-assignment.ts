import type { Basis, Citation } from '@lamro/domain';
import { onlyRow, type Queryable } from '../../connection/connection.ts';

import type { AssignmentState, AssignmentTask } from './assignment.ts';

export interface NewAssignment {
  readonly profile: string;
  readonly caseId: string;
  readonly agency: string;
  readonly task: AssignmentTask;
  readonly state: AssignmentState;
  readonly basis: Basis;
  readonly citations: readonly Citation[];
  readonly instructionTextId: string | null;
  readonly reasonTextId: string | null;
  readonly deadlineId: string | null;
  readonly assignedBy: string;
  readonly at: Date;
}

/** Writes one task for one agency and returns its id. */
export async function insertAssignment(db: Queryable, row: NewAssignment): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into assignments (profile, case_id, agency, task, state, basis, citations, instruction_text_id,
       reason_text_id, deadline_id, assigned_by, assigned_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [
      row.profile,
      row.caseId,
      row.agency,
      row.task,
      row.state,
      row.basis,
      JSON.stringify(row.citations),
      row.instructionTextId,
      row.reasonTextId,
      row.deadlineId,
      row.assignedBy,
      row.at,
    ],
  );
  return onlyRow(result, 'phân công vừa ghi').id;
}
