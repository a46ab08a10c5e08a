export type AssignmentTask = 'response' | 'dossier' | 'opinion';
export type AssignmentState = 'proposed' | 'open' | 'accepted' | 'returned' | 'done' | 'cancelled';

export interface AssignmentRow {
  readonly id: string;
  readonly caseId: string;
  readonly agency: string;
  readonly task: AssignmentTask;
  readonly state: AssignmentState;
  readonly deadlineId: string | null;
  readonly assignedBy: string;
  readonly assignedAt: Date;
}

/** Columns of {@link AssignmentRow}, to be read from `assignments s`. */
export const ASSIGNMENT_COLUMNS = `s.id, s.case_id as "caseId", s.agency, s.task, s.state,
  s.deadline_id as "deadlineId", s.assigned_by as "assignedBy", s.assigned_at as "assignedAt"`;
