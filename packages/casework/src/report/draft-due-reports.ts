import { insertPeriodReport, notifyAccounts } from '@lamro/database';
import { clockNotices } from '@lamro/wording';
import { localDay } from '../chain/day.ts';
import { serviceAuthor } from '../scope/author.ts';
import type { Context } from '../scope/context.ts';
import { transact } from '../scope/transact.ts';
import { readReport } from './content.ts';
import { periodOf } from './duty.ts';
import type { ReportResult } from './scope.ts';

/**
 * Draws up the reports whose day comes near, a fortnight ahead, and tells those who write them. Safe to call again and again,
 * and on several machines.
 */
export async function draftDueReports(context: Context, profile: string): Promise<readonly ReportResult[]> {
  const at = context.clock.now();
  const today = localDay(at);
  const procedure = context.procedure(profile);
  const year = Number(today.slice(0, 4));
  const due = procedure
    .reportOccasions(year)
    .filter(({ draftFrom, lastDay }) => draftFrom <= today && today <= lastDay);
  const drawn: ReportResult[] = [];
  for (const { duty, lastDay } of due) {
    const period = periodOf(duty.kind, year);
    const made = await transact(context, async (db): Promise<ReportResult | null> => {
      const content = await readReport(db, { profile, duty, period, lastDay, at }, procedure);
      const createdBy = serviceAuthor('dispatcher').id;
      const id = await insertPeriodReport(db, { ...period, profile, duty: duty.key, content, createdBy, at });
      if (id === null) return null;
      await notifyAccounts(db, {
        profile,
        roles: ['analyst', 'coordinator'],
        agencies: [],
        except: null,
        kind: 'report-drafted',
        ...clockNotices.reportDrafted(period.label, lastDay.split('-').reverse().join('/')),
        link: `/reports/periods/${id}`,
        dedupeKey: `period-report:${id}:drafted`,
      });
      return { reportId: id, label: period.label, version: 1 };
    });
    if (made !== null) drawn.push(made);
  }
  return drawn;
}
