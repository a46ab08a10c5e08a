import type { Queryable } from '../../connection/connection.ts';

export interface PeriodReportView {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly label: string;
  readonly state: string;
  readonly lastDay: string | null;
  readonly issuedAt: Date | null;
  readonly issuedBy: string | null;
}

/** Period reports of a province, newest first. */
export async function viewPeriodReports(
  db: Queryable,
  profile: string,
  limit: number,
): Promise<readonly PeriodReportView[]> {
  const { rows } = await db.query<PeriodReportView>(
    `select p.id, p.content #>> '{duty,kind}' as kind, p.content #>> '{duty,to}' as "to", p.label, p.state,
       p.content ->> 'lastDay' as "lastDay", p.issued_at as "issuedAt", coalesce(u."name", p.issued_by) as "issuedBy"
     from period_reports p left join identity."user" u on u."id" = p.issued_by
     where p.profile = $1 order by p.period_to desc, p.id desc limit $2`,
    [profile, limit],
  );
  return rows;
}
