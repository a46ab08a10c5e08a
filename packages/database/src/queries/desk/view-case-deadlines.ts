import type { Queryable } from '../../connection/connection.ts';

export interface CaseDeadlineView {
  readonly id: string;
  readonly rule: string;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly steps: unknown;
  readonly citation: unknown;
  readonly basis: string;
  readonly metAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly extendedFrom: Date | null;
}

/** Deadlines of a case with their calculation, nearest first. */
export async function viewCaseDeadlines(
  db: Queryable,
  profile: string,
  caseId: string,
): Promise<readonly CaseDeadlineView[]> {
  const { rows } = await db.query<CaseDeadlineView>(
    `select id, rule, starts_at as "startsAt", due_at as "dueAt", steps, citation, basis, met_at as "metAt",
       cancelled_at as "cancelledAt", extended_from as "extendedFrom"
     from deadlines where profile = $1 and case_id = $2 order by due_at, id`,
    [profile, caseId],
  );
  return rows;
}
