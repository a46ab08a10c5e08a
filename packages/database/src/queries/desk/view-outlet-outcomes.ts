import type { Queryable } from '../../connection/connection.ts';

export interface OutletOutcomeView {
  readonly caseId: string;
  readonly number: string;
  readonly caseTitle: string;
  readonly articleTitle: string;
  readonly outcome: string;
  readonly confirmedAt: Date;
}

/** Confirmed outcomes of earlier cases with one outlet, newest first, at most twenty: a list, never a score. */
export async function viewOutletOutcomes(
  db: Queryable,
  profile: string,
  outletId: string,
): Promise<readonly OutletOutcomeView[]> {
  const { rows } = await db.query<OutletOutcomeView>(
    `select c.id as "caseId", c.number, c.title as "caseTitle", coalesce(v.title, a.listed_title) as "articleTitle",
       k.outcome, k.confirmed_at as "confirmedAt"
     from outlet_checks k join cases c on c.id = k.case_id join articles a on a.id = k.article_id
     left join article_versions v on v.id = a.current_version_id
     where k.profile = $1 and a.outlet_id = $2 and k.state = 'confirmed' and k.outcome is not null
     order by k.confirmed_at desc limit 20`,
    [profile, outletId],
  );
  return rows;
}
