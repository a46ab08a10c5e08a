import type { Queryable } from '../../connection/connection.ts';
import { PERIOD_REPORT_COLUMNS, type PeriodReportRow } from './period-report.ts';

/** One period report of a province, or null. With `hold` it is held until the transaction ends. */
export async function findPeriodReport(
  db: Queryable,
  profile: string,
  id: string,
  hold = false,
): Promise<PeriodReportRow | null> {
  const { rows } = await db.query<PeriodReportRow>(
    `select ${PERIOD_REPORT_COLUMNS} from period_reports p where p.profile = $1 and p.id = $2 ${hold ? 'for update' : ''}`,
    [profile, id],
  );
  return rows[0] ?? null;
}
