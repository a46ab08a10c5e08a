import type { ReportDutyName } from '@lamro/domain';
import { CommandRefused } from '../refusal/refusal.ts';

/** A duty to report with the occasions of a year, as commands ask for it. */
export interface ReportingDuty extends ReportDutyName {
  /** Month and day that the text names; null where it names none. */
  readonly month: number | null;
}

/** One day on which a report is due, with the first day on which to work at it. */
export interface ReportingOccasion {
  readonly duty: ReportingDuty;
  readonly year: number;
  readonly lastDay: string;
  /** A fortnight before. */
  readonly draftFrom: string;
}

export interface ReportPeriod {
  readonly label: string;
  /** Local days, both inclusive. */
  readonly from: string;
  readonly to: string;
}

/** The year, or its first half; an internal rule, as no regulation says from when to when a report counts. */
export function periodOf(kind: ReportDutyName['kind'], year: number): ReportPeriod {
  if (kind === 'half-year') return { label: `${year}-H1`, from: `${year}-01-01`, to: `${year}-06-30` };
  return { label: String(year), from: `${year}-01-01`, to: `${year}-12-31` };
}

/** @throws CommandRefused `invalid-input` naming the duties there are */
export function dutyNamed(duties: readonly ReportingDuty[], key: string): ReportingDuty {
  const found = duties.find((duty) => duty.key === key);
  if (found !== undefined) return found;
  throw new CommandRefused(
    'invalid-input',
    `Văn bản của tỉnh không có kỳ báo cáo "${key}"; các kỳ báo cáo: ${duties.map((duty) => duty.key).join(', ')}.`,
  );
}
