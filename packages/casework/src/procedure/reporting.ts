import { formatClause } from '@lamro/domain';
import { type Profile, type ReportDuty, reportOccasions, type WorkCalendar } from '@lamro/profiles';
import type { ReportingDuty } from '../report/duty.ts';
import type { Procedure } from './procedure.ts';

/** The reports that a province's regulation asks for, under the names that officials read. */
export function reportingOf(
  profile: Profile,
  calendar: WorkCalendar,
): Pick<Procedure, 'reportDuties' | 'reportOccasions'> {
  const duties = profile.reports.flatMap((duty) => named(profile, duty) ?? []);
  // Several clauses may ask the same report of several agencies: it is one.
  const reportDuties = [...new Map(duties.map((duty) => [duty.key, duty])).values()];
  return {
    reportDuties,
    reportOccasions: (year) => {
      const found = reportOccasions(profile, calendar, year).flatMap(({ duty, lastDay, remindOn }) => {
        const known = reportDuties.find(({ key }) => key === keyOf(duty));
        return known === undefined ? [] : [{ duty: known, year, lastDay, draftFrom: remindOn[0] ?? lastDay }];
      });
      return found.filter(({ duty }, index) => found.findIndex((one) => one.duty === duty) === index);
    },
  };
}

function named(profile: Profile, duty: ReportDuty): ReportingDuty | undefined {
  const { kind, summary } = duty;
  if (kind !== 'yearly' && kind !== 'half-year' && kind !== 'ad-hoc') return undefined;
  const name = (id: string) => profile.agencies.get(id)?.name ?? profile.groups[id]?.name ?? id;
  return {
    key: keyOf(duty),
    kind,
    to: name(duty.to),
    via: duty.via === null ? null : name(duty.via),
    clause: `${formatClause(duty.clause, profile.regulation.instrument)} (${profile.regulation.number})`,
    summary,
    month: duty.month,
  };
}

/** A report is one by its kind, by who owes it and by who gets it. */
function keyOf({ kind, from, to }: ReportDuty): string {
  return `${kind}:${from}:${to}`;
}
