import type { Queryable } from '../../connection/connection.ts';

export interface NewIntakeReport {
  readonly profile: string;
  readonly articleId: string;
  readonly reporterId: string;
  readonly reason: string | null;
  readonly receivedBy: 'agency' | 'hotline';
  readonly at: Date;
}

/** Keeps that somebody reported an item, and why. */
export async function insertIntakeReport(db: Queryable, report: NewIntakeReport): Promise<void> {
  const { profile, articleId, reporterId, reason, receivedBy, at } = report;
  await db.query(
    `insert into intake_reports (profile, article_id, reporter_id, reason, received_by, reported_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [profile, articleId, reporterId, reason, receivedBy, at],
  );
}
