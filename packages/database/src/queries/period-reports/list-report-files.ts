import type { Queryable } from '../../connection/connection.ts';

export interface ReportFileRow {
  readonly format: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Files of a period report by format; none for a draft. */
export async function listReportFiles(db: Queryable, reportId: string): Promise<readonly ReportFileRow[]> {
  const { rows } = await db.query<ReportFileRow>(
    'select format, sha256, bytes from period_report_files where report_id = $1 order by format',
    [reportId],
  );
  return rows;
}
