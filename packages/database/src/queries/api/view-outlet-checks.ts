import type { Queryable } from '../../connection/connection.ts';

export interface OutletCheckListRow {
  readonly id: string;
  readonly caseId: string;
  readonly articleId: string;
  readonly title: string;
  readonly dueAt: Date;
  readonly state: string;
  readonly proposedOutcome: string | null;
  readonly outcome: string | null;
  readonly checkedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly lastFailure: string | null;
}

/** Visits to outlets over all cases that an agency has a part in (null: all), the newest first. */
export async function viewOutletChecks(
  db: Queryable,
  filter: { profile: string; agency: string | null; state: string | null; afterId: string | null; limit: number },
): Promise<readonly OutletCheckListRow[]> {
  const { rows } = await db.query<OutletCheckListRow>(
    `select k.id, k.case_id as "caseId", k.article_id as "articleId", v.title, k.due_at as "dueAt", k.state,
       k.proposed_outcome as "proposedOutcome", k.outcome, k.checked_at as "checkedAt", k.confirmed_at as "confirmedAt",
       k.last_failure as "lastFailure"
     from outlet_checks k join cases c on c.id = k.case_id join article_versions v on v.id = k.before_version_id
     where k.profile = $1 and ($3::text is null or k.state = $3)
       and ($2::text is null or c.lead_agency = $2 or c.dossier_agency = $2
         or exists (select 1 from assignments s where s.case_id = c.id and s.agency = $2))
       and ($4::bigint is null or k.id < $4)
     order by k.id desc limit $5`,
    [filter.profile, filter.agency, filter.state, filter.afterId, filter.limit],
  );
  return rows;
}
