import type { Queryable } from '../../connection/connection.ts';

import type { AssignmentState } from './assignment.ts';

export interface AssignmentChange {
  readonly id: string;
  readonly state: AssignmentState;
  readonly at: Date;
  readonly by: string;
  readonly returnedTo?: string;
  readonly answerTextId?: string;
  readonly deadlineId?: string | null;
}

/** Writes a task's new state with who and when, as far as that state has them. */
export async function changeAssignment(db: Queryable, change: AssignmentChange): Promise<void> {
  await db.query(
    `update assignments set state = $2,
       accepted_by = case when $2 = 'accepted' then $4 else accepted_by end,
       accepted_at = case when $2 = 'accepted' then $3 else accepted_at end,
       done_at = case when $2 = 'done' then $3 else done_at end,
       returned_to = coalesce($5, returned_to), answer_text_id = coalesce($6, answer_text_id),
       deadline_id = coalesce($7, deadline_id)
     where id = $1`,
    [
      change.id,
      change.state,
      change.at,
      change.by,
      change.returnedTo ?? null,
      change.answerTextId ?? null,
      change.deadlineId ?? null,
    ],
  );
}
