import type { Queryable } from '../../connection/connection.ts';

export interface OutletCheckView {
  readonly id: string;
  readonly articleId: string;
  readonly title: string;
  readonly outlet: string;
  readonly dueAt: Date;
  readonly state: string;
  readonly proposedOutcome: string | null;
  readonly difference: unknown;
  readonly checkedAt: Date | null;
  readonly outcome: string | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly lastFailure: string | null;
}

/** Re-checks of a case's articles by outlet and time; cancelled ones are left out. */
export async function viewCaseChecks(
  db: Queryable,
  profile: string,
  caseId: string,
): Promise<readonly OutletCheckView[]> {
  const { rows } = await db.query<OutletCheckView>(
    `select k.id, k.article_id as "articleId", v.title, o.name as outlet, k.due_at as "dueAt", k.state,
       k.proposed_outcome as "proposedOutcome", k.difference, k.checked_at as "checkedAt", k.outcome,
       coalesce(u."name", k.confirmed_by) as "confirmedBy", k.confirmed_at as "confirmedAt", k.last_failure as "lastFailure"
     from outlet_checks k join articles a on a.id = k.article_id join outlets o on o.id = a.outlet_id
     join article_versions v on v.id = k.before_version_id
     left join identity."user" u on u."id" = k.confirmed_by
     where k.profile = $1 and k.case_id = $2 and k.state <> 'cancelled' order by o.name, k.due_at, k.id`,
    [profile, caseId],
  );
  return rows;
}
