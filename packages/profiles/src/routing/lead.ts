import type { ClauseRef, RouteQuery, Sector } from '@lamro/domain';
import type { Profile } from '../profile/profile.ts';
import { type ResolvedPlace, resolvePlace } from '../unit/resolve.ts';
import { type Candidate, candidateForPlace, candidateForSector, confirmed } from './candidate.ts';

/** Who leads and who stands beside, before anybody is told. */
export interface LeadChoice {
  readonly lead: Candidate | null;
  readonly coordinate: readonly string[];
  /** Everything that was weighed, the one chosen included. */
  readonly weighed: readonly Candidate[];
  readonly clauses: readonly ClauseRef[];
}

/**
 * Chooses the lead: a clause for the origin, else the first sector that has an agency, else the first place.
 * All others that the claim falls to coordinate.
 */
export function chooseLead(profile: Profile, query: RouteQuery, day: string | null): LeadChoice {
  const sectors = unique(query.sectors).filter((sector) => sector !== 'other');
  const fromSectors = sectors.map((sector: Sector) => candidateForSector(profile, sector, day));
  const fromPlaces = placesAsked(profile, query, day, sectors.length > 0).map((place) =>
    candidateForPlace(profile, place, day),
  );
  const fromOrigin = profile.routing.leadByOrigin
    .filter((rule) => rule.origin === query.origin)
    .map((rule): Candidate => {
      const held = confirmed(profile, rule.agency, day);
      return {
        id: held.id,
        with: [],
        basis: held.confirm === null ? 'law' : 'internal',
        clauses: rule.clauses,
        reason: rule.summary,
        confirm: held.confirm,
      };
    });
  const weighed = [...fromOrigin, ...fromSectors, ...fromPlaces];
  const lead = weighed.find((candidate) => candidate.id !== null) ?? null;
  const beside = weighed.flatMap((candidate) => (candidate.id === null ? [] : [candidate.id, ...candidate.with]));
  const coordinate = unique(beside).filter((id) => id !== lead?.id);
  return { lead, coordinate, weighed, clauses: leadClauses(profile, lead, fromOrigin, fromPlaces) };
}

/** The whole province says nothing about who answers, so it is weighed only when nothing else was asked. */
function placesAsked(profile: Profile, query: RouteQuery, day: string | null, hasSectors: boolean): ResolvedPlace[] {
  const asked = unique(query.places).map((place, index) => resolvePlace(profile.units, place, day, `places[${index}]`));
  const within = asked.filter((place) => place.unit?.tier !== 'province');
  return within.length > 0 || hasSectors ? within : asked;
}

/** A clause for the origin proves itself; a sector rests on the general duty and its own clause, a place on the duty alone. */
function leadClauses(
  profile: Profile,
  lead: Candidate | null,
  origins: readonly Candidate[],
  places: readonly Candidate[],
): readonly ClauseRef[] {
  if (lead === null) return [];
  if (origins.includes(lead)) return lead.clauses;
  if (places.includes(lead)) return profile.routing.lead.placeClauses;
  return [...profile.routing.lead.clauses, ...lead.clauses];
}

export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
