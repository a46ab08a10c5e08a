import type { Basis } from '@lamro/domain';

export interface DeadlineRow {
  readonly id: string;
  readonly profile: string;
  readonly caseId: string | null;
  /** The task that it counts for; null for the answer's own clocks. */
  readonly assignmentId: string | null;
  readonly rule: string;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly basis: Basis;
  readonly metAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly extendedFrom: Date | null;
  /** `{amount, reason}` of each extension; parsed by the reader. */
  readonly extensions: unknown;
}

/** Columns of {@link DeadlineRow}, to be read from `deadlines t`. */
export const DEADLINE_COLUMNS = `t.id, t.profile, t.case_id as "caseId", t.assignment_id as "assignmentId", t.rule, t.starts_at as "startsAt",
  t.due_at as "dueAt", t.basis, t.met_at as "metAt", t.cancelled_at as "cancelledAt",
  t.extended_from as "extendedFrom", t.extensions`;
