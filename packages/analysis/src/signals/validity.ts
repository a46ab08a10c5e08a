import type { OfficialRecord } from '@lamro/domain';
import type { RecordView } from './record.ts';

/** Whether a record was official on a day: inside its validity, where it has one. An unknown day accepts every record. */
export function isValidOn(record: OfficialRecord, day: string | null): boolean {
  if (day === null) return true;
  if (record.validFrom !== null && record.validFrom !== undefined && record.validFrom > day) return false;
  return record.validTo === null || record.validTo === undefined || record.validTo >= day;
}

/** Whether a record was official before a day and no longer is. */
export function isExpiredOn(record: OfficialRecord, day: string | null): boolean {
  return day !== null && record.validTo !== null && record.validTo !== undefined && record.validTo < day;
}

export type PeriodFit = 'same' | 'other' | 'open';

/** Whether a claim's period is the record's. `open` when either names none. */
export function fitPeriods(claim: { from: string; to: string } | null, view: RecordView): PeriodFit {
  if (claim === null || view.span === null) return 'open';
  if (claim.from === view.span.from && claim.to === view.span.to) return 'same';
  return 'other';
}

/** The record's period lies wholly before the article, so that it can have been told. */
export function hasBegunBy(view: RecordView, day: string | null): boolean {
  return view.span === null || day === null || view.span.from <= day;
}
