import type { Queryable } from '../../connection/connection.ts';

export interface OwnReportView {
  readonly id: string;
  readonly articleId: string;
  readonly title: string;
  readonly reason: string | null;
  readonly receivedBy: string;
  readonly reportedAt: Date;
  /** The last that its reporter was told of it; null while nothing is known. */
  readonly outcome: string | null;
}

/** What somebody reported and what became of it, newest first. */
export async function viewOwnReports(
  db: Queryable,
  filter: { profile: string; reporterId: string; afterId: string | null; limit: number },
): Promise<readonly OwnReportView[]> {
  const { rows } = await db.query<OwnReportView>(
    `select r.id, r.article_id as "articleId", coalesce(v.title, nullif(a.listed_title, ''), a.url) as title, r.reason,
       r.received_by as "receivedBy", r.reported_at as "reportedAt", (
         select n.kind from notices n where n.profile = r.profile and n.recipient_id = r.reporter_id
           and n.dedupe_key like 'report:' || r.article_id || ':%' order by n.id desc limit 1) as outcome
     from intake_reports r join articles a on a.id = r.article_id
     left join article_versions v on v.id = a.current_version_id
     where r.profile = $1 and r.reporter_id = $2 and ($3::bigint is null or r.id < $3)
     order by r.id desc limit $4`,
    [filter.profile, filter.reporterId, filter.afterId, filter.limit],
  );
  return rows;
}
