import { type Profile, QueryError, route } from '@lamro/profiles';
import type { Procedure } from './procedure.ts';

/** A province profile as cases ask it. */
export function procedureOf(profile: Profile): Procedure {
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
    // Clocks need the legal calendar, which the profiles do not bring yet.
    hasRule: () => false,
    deadline: (rule) => {
      throw new RangeError(`profile ${profile.id} has no rule ${rule}`);
    },
  };
}
