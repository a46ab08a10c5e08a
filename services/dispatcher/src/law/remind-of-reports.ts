import { notifyAccounts, type Pool } from '@lamro/database';
import { formatClause } from '@lamro/domain';
import { type Profile, type ReportOccasion, reportOccasions, type WorkCalendar } from '@lamro/profiles';
import { clockNotices, type NoticeText } from '@lamro/wording';

const LOCAL_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });

/**
 * Reminds of the report duties of the regulation: a fortnight and three days before each one's last day, once a person.
 *
 * @returns how many notices are new
 */
export async function remindOfReports(
  pool: Pool,
  profile: Profile,
  calendar: WorkCalendar,
  now: Date,
): Promise<number> {
  const today = LOCAL_DAY.format(now);
  const year = Number(today.slice(0, 4));
  // A duty of early January is reminded of in December.
  const occasions = [...reportOccasions(profile, calendar, year), ...reportOccasions(profile, calendar, year + 1)];
  let written = 0;
  for (const [index, occasion] of occasions.entries()) {
    // Also on the days after a reminder day: a clock that stood still then must not lose it.
    const due = occasion.remindOn.filter((day) => day <= today).at(-1);
    if (due === undefined || today > occasion.lastDay) continue;
    written += await notifyAccounts(pool, {
      profile: profile.id,
      roles: ['coordinator', 'analyst', 'leader'],
      agencies: [],
      except: null,
      kind: 'report-due',
      ...words(profile, occasion),
      link: '/reports',
      dedupeKey: `report:${occasion.duty.kind}:${occasion.duty.to}:${index}:${occasion.lastDay}:${due}`,
    });
  }
  return written;
}

function words(profile: Profile, { duty, lastDay, lastWorkingDay }: ReportOccasion): NoticeText {
  const to = profile.agencies.get(duty.to)?.name ?? duty.to;
  const clause = formatClause(duty.clause, profile.regulation.instrument);
  return clockNotices.reportDue(duty.summary, to, showDay(lastDay), showDay(lastWorkingDay), clause);
}

function showDay(day: string): string {
  return day.split('-').reverse().join('/');
}
