import { formatClause, type Route } from '@lamro/domain';
import { deadline, type Profile, QueryError, route, type WorkCalendar } from '@lamro/profiles';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Procedure } from './procedure.ts';
import { reportingOf } from './reporting.ts';

const KIND = /^(?:Tỉnh|Thành phố|Huyện|Thị xã|Thị trấn|Phường|Xã|Đặc khu)\s+/u;

/** A province profile and the legal calendar as cases ask them. */
export function procedureOf(profile: Profile, calendar: WorkCalendar): Procedure {
  const { instrument, number } = profile.regulation;
  return {
    assignmentApproval: profile.assignmentApproval.wanted,
    agencyName: (id) => profile.agencies.get(id)?.name ?? null,
    route: (query) => route(profile, query),
    tryRoute: (query) => {
      try {
        return route(profile, query);
      } catch (error) {
        if (error instanceof QueryError) return null;
        throw error;
      }
    },
    hasRule: (rule) => profile.deadlines.some((candidate) => candidate.rule === rule),
    ruleName: (rule) => profile.deadlines.find((candidate) => candidate.rule === rule)?.label ?? rule,
    office: profile.office,
    briefingAt: profile.briefing,
    ...reportingOf(profile, calendar),
    deadline: (rule, startsAt, extensions = []) => {
      const due = countOrRefuse(() =>
        deadline(profile, calendar, { rule, startsAt: startsAt.toISOString(), extensions: [...extensions] }),
      );
      return { ...due, dueAt: new Date(due.dueAt) };
    },
    placeNames: [
      ...new Set(profile.units.map((unit) => unit.name.replace(KIND, '')).filter((name) => name.includes(' '))),
    ],
    legalGround: (found: Route) =>
      found.citations.map((citation) => `${formatClause(citation, instrument)} (${number})`),
  };
}

function countOrRefuse<Result>(count: () => Result): Result {
  try {
    return count();
  } catch (error) {
    if (error instanceof QueryError) throw new CommandRefused('invalid-input', error.message);
    throw error;
  }
}
