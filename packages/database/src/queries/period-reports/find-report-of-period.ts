import type { Queryable } from '../../connection/connection.ts';
import { PERIOD_REPORT_COLUMNS, type PeriodReportRow } from './period-report.ts';

/** The report of a duty and a period, held until the transaction ends; null where none was drawn up. */
export async function findReportOfPeriod(
  db: Queryable,
  wanted: { profile: string; duty: string; label: string },
): Promise<PeriodReportRow | null> {
  const { rows } = await db.query<PeriodReportRow>(
    `select ${PERIOD_REPORT_COLUMNS} from period_reports p where p.profile = $1 and p.duty = $2 and p.label = $3 for update`,
    [wanted.profile, wanted.duty, wanted.label],
  );
  return rows[0] ?? null;
}
