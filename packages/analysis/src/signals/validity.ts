import type { OfficialRecord } from '@lamro/domain';
import type { Period } from '../figures/period.ts';
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

/** A record of a span up to this many days is of one event or one month. */
const EVENT_DAYS = 31;

/**
 * Whether a claim's period is the record's. `open` when either names none. A day is a date of collection ("as of 31 December")
 * beside long periods, and the day of the event beside short ones.
 */
export function fitPeriods(
  claim: Pick<Period, 'kind' | 'from' | 'to' | 'asOf' | 'relative'> | null,
  view: RecordView,
  day: string | null = null,
): PeriodFit {
  if (claim === null || view.span === null) return 'open';
  if (claim.kind === 'day') {
    if (claim.from >= view.span.from && claim.to <= view.span.to) return isEvent(view) ? 'same' : 'open';
    return isEvent(view) ? 'other' : 'open';
  }
  if (claim.from === view.span.from && claim.to === view.span.to) return 'same';
  if (claim.asOf && claim.to === view.span.to) return 'open';
  if (isThisYearSoFar(claim, view.span, day)) return 'open';
  return 'other';
}

/** "This year" is told of the months of it that were counted last. */
function isThisYearSoFar(
  claim: Pick<Period, 'kind' | 'from' | 'relative'>,
  span: { readonly from: string; readonly to: string },
  day: string | null,
): boolean {
  if (day === null || claim.kind !== 'year' || !claim.relative) return false;
  return claim.from === span.from && span.to <= day && daysBetween(span.to, day) <= NEWS_DAYS;
}

const NEWS_DAYS = 60;

/** A record of one event or one month. */
export function isEvent({ span }: RecordView): boolean {
  return span !== null && daysBetween(span.from, span.to) < EVENT_DAYS;
}

/**
 * Whether a claim without a period may be about a record's: what is told without a date is recent. A month's figure is news for
 * four months, a year's for a year and a half.
 */
export function isRecent(view: RecordView, day: string | null): boolean {
  if (view.span === null || day === null) return true;
  const length = daysBetween(view.span.from, view.span.to);
  return daysBetween(view.span.to, day) <= Math.max(120, length * 1.5);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The record's period lies wholly before the article, so that it can have been told. */
export function hasBegunBy(view: RecordView, day: string | null): boolean {
  return view.span === null || day === null || view.span.from <= day;
}
