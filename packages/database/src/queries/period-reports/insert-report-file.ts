import type { Queryable } from '../../connection/connection.ts';

/** Notes where one file of a period report lies. */
export async function insertReportFile(
  db: Queryable,
  file: { reportId: string; profile: string; format: string; sha256: string; bytes: number },
): Promise<void> {
  await db.query(
    'insert into period_report_files (report_id, profile, format, sha256, bytes) values ($1, $2, $3, $4, $5)',
    [file.reportId, file.profile, file.format, file.sha256, file.bytes],
  );
}
