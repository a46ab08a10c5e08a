import type { Queryable } from '../../connection/connection.ts';

export interface IntakeReportView {
  readonly reason: string | null;
  readonly receivedBy: string;
  readonly reportedAt: Date;
}

/** Why an article was reported, oldest first; who reported it stands in the trail only. */
export async function viewIntakeReports(
  db: Queryable,
  profile: string,
  articleId: string,
): Promise<readonly IntakeReportView[]> {
  const { rows } = await db.query<IntakeReportView>(
    `select reason, received_by as "receivedBy", reported_at as "reportedAt" from intake_reports
     where profile = $1 and article_id = $2 order by id`,
    [profile, articleId],
  );
  return rows;
}
