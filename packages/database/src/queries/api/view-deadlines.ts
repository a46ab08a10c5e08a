import type { Queryable } from '../../connection/connection.ts';

export interface DeadlineView {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly rule: string;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly steps: unknown;
  readonly citation: unknown;
  readonly basis: string;
  readonly metAt: Date | null;
  readonly extendedFrom: Date | null;
}

/** Deadlines of cases, the one set last first. `agency` null sees those of all agencies. */
export async function viewDeadlines(
  db: Queryable,
  filter: { profile: string; agency: string | null; openOnly: boolean; afterId: string | null; limit: number },
): Promise<readonly DeadlineView[]> {
  const { rows } = await db.query<DeadlineView>(
    `select d.id, d.case_id as "caseId", c.number, c.title, d.rule, d.starts_at as "startsAt", d.due_at as "dueAt", d.steps,
       d.citation, d.basis, d.met_at as "metAt", d.extended_from as "extendedFrom"
     from deadlines d join cases c on c.id = d.case_id
     where d.profile = $1 and d.cancelled_at is null and (not $3::boolean or d.met_at is null)
       and ($2::text is null or c.lead_agency = $2 or c.dossier_agency = $2
         or exists (select 1 from assignments s where s.case_id = c.id and s.agency = $2))
       and ($4::bigint is null or d.id < $4)
     order by d.id desc limit $5`,
    [filter.profile, filter.agency, filter.openOnly, filter.afterId, filter.limit],
  );
  return rows;
}
