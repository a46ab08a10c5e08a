import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface ReportIssue {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  readonly number: number | null;
  readonly signer: string | null;
}

/** Freezes a draft; from here on neither it nor its files change. Returns its new version. */
export async function issuePeriodReport(db: Queryable, issue: ReportIssue): Promise<number> {
  const result = await db.query<{ version: number }>(
    `update period_reports set state = 'issued', issued_by = $2, issued_at = $3, updated_at = $3, document_number = $4, signer = $5,
       version = version + 1 where id = $1 and state = 'draft' returning version`,
    [issue.id, issue.by, issue.at, issue.number, issue.signer],
  );
  return onlyRow(result, 'dự thảo báo cáo').version;
}
