import type { Queryable } from '../../connection/connection.ts';

export interface AgencyWorkRow {
  readonly assignmentId: string;
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly caseState: string;
  readonly agency: string;
  readonly task: string;
  readonly state: string;
  readonly instruction: string | null;
  readonly assignedAt: Date;
  readonly dueAt: Date | null;
}

/** What agencies were given to do, nearest deadline first. `agency` null is the provincial office and sees all of it. */
export async function viewAgencyWork(
  db: Queryable,
  filter: { profile: string; agency: string | null; open: boolean; limit: number },
): Promise<readonly AgencyWorkRow[]> {
  const { rows } = await db.query<AgencyWorkRow>(
    `select s.id as "assignmentId", c.id as "caseId", c.number, c.title, c.state as "caseState", s.agency, s.task, s.state,
       i.body as instruction, s.assigned_at as "assignedAt", coalesce(d.due_at, n.due_at) as "dueAt"
     from assignments s join cases c on c.id = s.case_id
     left join case_texts i on i.id = s.instruction_text_id
     left join deadlines d on d.id = s.deadline_id and d.met_at is null and d.cancelled_at is null
     left join lateral (select min(due_at) as due_at from deadlines
       where case_id = c.id and met_at is null and cancelled_at is null
         and (assignment_id = s.id or (assignment_id is null and s.task = 'response'))) n on true
     where s.profile = $1 and ($2::text is null or s.agency = $2)
       and case when $3 then s.state in ('open', 'accepted') else s.state in ('done', 'returned') end
     order by "dueAt" nulls last, s.id limit $4`,
    [filter.profile, filter.agency, filter.open, filter.limit],
  );
  return rows;
}
