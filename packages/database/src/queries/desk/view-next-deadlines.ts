import type { Queryable } from '../../connection/connection.ts';

export interface NextDeadlineView {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly rule: string;
  readonly dueAt: Date;
}

/** Running deadlines of open cases, nearest first. `agency` null is the provincial office and sees all of them. */
export async function viewNextDeadlines(
  db: Queryable,
  filter: { profile: string; agency: string | null; limit: number },
): Promise<readonly NextDeadlineView[]> {
  const { rows } = await db.query<NextDeadlineView>(
    `select c.id as "caseId", c.number, c.title, d.rule, d.due_at as "dueAt"
     from deadlines d join cases c on c.id = d.case_id
     where d.profile = $1 and d.met_at is null and d.cancelled_at is null
       and ($2::text is null or c.lead_agency = $2 or exists (select 1 from assignments s where s.case_id = c.id and s.agency = $2 and s.state <> 'proposed'))
       and ($2::text is null or d.assignment_id is null or c.lead_agency = $2
         or exists (select 1 from assignments s where s.id = d.assignment_id and s.agency = $2))
     order by d.due_at, d.id limit $3`,
    [filter.profile, filter.agency, filter.limit],
  );
  return rows;
}
