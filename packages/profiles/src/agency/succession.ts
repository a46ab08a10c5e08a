import type { Profile } from '../profile/profile.ts';

/** Who does an agency's work on a day. */
export interface AgencyOnDay {
  /** The agency in force; null when no successor is known and a person must decide. */
  readonly id: string | null;
  readonly name: string;
  /** Name in the regulation, where another stands in its place now. */
  readonly formerName: string | null;
}

/**
 * Follows the successors of an agency to a day.
 *
 * @param day local day, or null for the agency as the regulation was written
 */
export function agencyOn(profile: Profile, id: string, day: string | null): AgencyOnDay {
  const first = profile.agencies.get(id);
  if (first === undefined) throw new Error(`cơ quan "${id}" không có trong hồ sơ ${profile.id}`);
  if (day === null) return { id, name: first.name, formerName: null };
  let agency = first;
  while (agency.to !== null && day > agency.to) {
    const heir = agency.successor === null ? undefined : profile.agencies.get(agency.successor);
    if (heir === undefined) return { id: null, name: first.name, formerName: first.name };
    agency = heir;
  }
  const moved = profile.succession !== null && day >= profile.succession.from && isLocal(agency.level);
  if (agency === first && !moved) return { id, name: first.name, formerName: null };
  return {
    id: agency.id,
    name: moved ? nameIn(profile, agency.name) : agency.name,
    formerName: nameHere(profile, first.name),
  };
}

function isLocal(level: string): boolean {
  return level === 'province' || level === 'party';
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

function nameHere(profile: Profile, name: string): string {
  return profile.succession === null ? name : withProvince(name, profile.name);
}

function nameIn(profile: Profile, name: string): string {
  const province = profile.succession?.name ?? profile.name;
  return withProvince(name.replace(` ${lowerFirst(profile.name)}`, ''), province);
}

function withProvince(name: string, province: string): string {
  const suffix = lowerFirst(province);
  if (name.endsWith(suffix)) return name;
  return name.endsWith(' tỉnh') ? `${name.slice(0, -' tỉnh'.length)} ${suffix}` : `${name} ${suffix}`;
}
