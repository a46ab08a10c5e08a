import type { Queryable } from '../../connection/connection.ts';

export interface CaseAssignmentView {
  readonly id: string;
  readonly agency: string;
  readonly task: string;
  readonly state: string;
  readonly basis: string;
  readonly instruction: string | null;
  readonly reason: string | null;
  readonly returnedTo: string | null;
  readonly assignedBy: string;
  readonly assignedAt: Date;
  readonly acceptedAt: Date | null;
  readonly doneAt: Date | null;
  readonly dueAt: Date | null;
}

/** Assignments of a case in the order in which they were given. */
export async function viewCaseAssignments(
  db: Queryable,
  profile: string,
  caseId: string,
): Promise<readonly CaseAssignmentView[]> {
  const { rows } = await db.query<CaseAssignmentView>(
    `select s.id, s.agency, s.task, s.state, s.basis, i.body as instruction, w.body as reason, s.returned_to as "returnedTo",
       coalesce(u."name", s.assigned_by) as "assignedBy", s.assigned_at as "assignedAt", s.accepted_at as "acceptedAt",
       s.done_at as "doneAt", d.due_at as "dueAt"
     from assignments s left join case_texts i on i.id = s.instruction_text_id
     left join case_texts w on w.id = s.reason_text_id
     left join deadlines d on d.id = s.deadline_id
     left join identity."user" u on u."id" = s.assigned_by
     where s.profile = $1 and s.case_id = $2 order by s.id`,
    [profile, caseId],
  );
  return rows;
}
