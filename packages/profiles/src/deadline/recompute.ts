import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Profile } from '../profile/profile.ts';
import { type Deadline, type DeadlineQuery, deadline } from './deadline.ts';

/** A deadline still running, as it stands in the ledger. */
export interface OpenDeadline extends DeadlineQuery {
  readonly id: string;
  readonly dueAt: string;
}

/** A running deadline after the calendar changed. */
export interface RecomputedDeadline extends Deadline {
  readonly id: string;
  readonly previousDueAt: string;
  readonly moved: boolean;
}

/** Counts running deadlines again by a changed calendar; all come back, those that moved are marked. */
export function recomputeDeadlines(
  profile: Profile,
  calendar: WorkCalendar,
  open: readonly OpenDeadline[],
): RecomputedDeadline[] {
  return open.map(({ id, dueAt, ...query }) => {
    const counted = deadline(profile, calendar, query);
    const moved = Date.parse(counted.dueAt) !== Date.parse(dueAt);
    return { ...counted, id, previousDueAt: dueAt, moved };
  });
}
