import type { Basis } from '@lamro/domain';
import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NewDeadline {
  readonly profile: string;
  readonly caseId: string | null;
  /** The task that it counts for; null for the answer's own clocks. */
  readonly assignmentId: string | null;
  readonly rule: string;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly steps: unknown;
  readonly citation: unknown;
  readonly basis: Basis;
}

/** Starts a clock and returns its id. */
export async function insertDeadline(db: Queryable, row: NewDeadline): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into deadlines (profile, case_id, rule, starts_at, due_at, steps, citation, basis, assignment_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      row.profile,
      row.caseId,
      row.rule,
      row.startsAt,
      row.dueAt,
      JSON.stringify(row.steps),
      row.citation === null ? null : JSON.stringify(row.citation),
      row.basis,
      row.assignmentId,
    ],
  );
  return onlyRow(result, 'thời hạn vừa ghi').id;
}
