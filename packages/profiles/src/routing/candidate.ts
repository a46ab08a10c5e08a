import type { Basis, ClauseRef, Sector } from '@lamro/domain';
import { agencyOn } from '../agency/succession.ts';
import { showDate } from '../calendar/day.ts';
import type { Profile } from '../profile/profile.ts';
import { SECTOR_LABELS } from '../sector/label.ts';
import type { ResolvedPlace } from '../unit/resolve.ts';
import { committeeId, eraOf, isInForce, type Unit } from '../unit/unit.ts';

/** An agency that the claim falls to, and why. `id` null: the text or the mapping gives nobody. */
export interface Candidate {
  readonly id: string | null;
  /** Agencies that the same clause puts beside it. */
  readonly with: readonly string[];
  readonly basis: Basis;
  readonly clauses: readonly ClauseRef[];
  /** Why this agency, as the second half of a Vietnamese sentence. */
  readonly reason: string;
  /** What a person must confirm, e.g. a successor. */
  readonly confirm: string | null;
}

/** The agency that holds a sector on a day. */
export function candidateForSector(profile: Profile, sector: Sector, day: string | null): Candidate {
  const label = SECTOR_LABELS[sector];
  const when = day ?? profile.regulation.inForceFrom;
  const rule = profile.sectors.find(
    (entry) => entry.sector === sector && (entry.from ?? '') <= when && when <= (entry.to ?? '9999'),
  );
  if (rule === undefined || rule.agency === null) {
    const reason = rule?.summary ?? 'Văn bản không giao lĩnh vực này cho cơ quan nào.';
    return {
      id: null,
      with: [],
      basis: 'internal',
      clauses: [],
      reason: `lĩnh vực ${label}: ${lowerFirst(reason)}`,
      confirm: null,
    };
  }
  const held = confirmed(profile, rule.agency, day);
  const beside = rule.with.map((id) => confirmed(profile, id, day));
  const changes = [held, ...beside].flatMap((agency) => (agency.confirm === null ? [] : [agency.confirm]));
  return {
    id: held.id,
    with: beside.flatMap((agency) => (agency.id === null || agency.id === held.id ? [] : [agency.id])),
    basis: rule.basis === 'internal' || changes.length > 0 ? 'internal' : 'law',
    clauses: rule.clauses,
    reason: `nội dung thuộc lĩnh vực ${label}${rule.basis === 'internal' ? ' (cơ quan giữ lĩnh vực xác định theo quy định nội bộ)' : ''}`,
    confirm: changes.length === 0 ? null : changes.join('; '),
  };
}

/** The people's committee whose place this is on a day. */
export function candidateForPlace(profile: Profile, place: ResolvedPlace, day: string | null): Candidate {
  const { unit } = place;
  if (unit === null) return nobody(`không có đơn vị "${place.asked}" trong danh mục của tỉnh`);
  if (unit.tier === 'province') return nobody(`${unit.name} là cả tỉnh nên không xác định được cơ quan theo địa bàn`);
  if (day !== null && unit.era === 'since-2025-07' && eraOf(day) !== unit.era)
    return nobody(`${unit.name} chưa lập vào ngày ${showDate(day)}`);
  if (day !== null && !isInForce(unit, day)) return candidateForPassedUnit(profile, unit, day);
  return unit.era === 'since-2025-07' ? communeCandidate(unit, null) : districtCandidate(profile, unit);
}

function districtCandidate(profile: Profile, unit: Unit): Candidate {
  const holder =
    unit.tier === 'district'
      ? unit
      : profile.units.find((other) => other.era === unit.era && other.code === unit.parent);
  if (holder === undefined) return nobody(`không rõ đơn vị cấp huyện của ${unit.name}`);
  const where = holder === unit ? unit.name : `${unit.name}, ${holder.name}`;
  return {
    id: committeeId(holder),
    with: [],
    basis: 'law',
    clauses: profile.routing.lead.placeClauses,
    reason: `nội dung thuộc địa bàn ${where}`,
    confirm: null,
  };
}

function candidateForPassedUnit(profile: Profile, unit: Unit, day: string): Candidate {
  const heir = profile.units.find((other) => other.code === unit.successor && isInForce(other, day));
  const ended = unit.until ?? '2025-06-30';
  if (heir === undefined)
    return nobody(
      `${unit.name} không còn sau ngày ${showDate(ended)} và chưa có ánh xạ sang một đơn vị mới; nêu tên đơn vị mới`,
    );
  if (heir.era === 'since-2025-07') return communeCandidate(heir, unit);
  const taken = districtCandidate(profile, heir);
  return {
    ...taken,
    basis: 'internal',
    confirm: `Ủy ban nhân dân ${lowerFirst(heir.name)} (trước đây là ${unit.name})`,
  };
}

function communeCandidate(unit: Unit, former: Unit | null): Candidate {
  const was = former === null ? 'cấp huyện không còn từ ngày 01/7/2025' : `trước đây là ${former.name}`;
  return {
    id: committeeId(unit),
    with: [],
    basis: 'internal',
    clauses: [],
    reason: `nội dung thuộc địa bàn ${unit.name}`,
    confirm: `Ủy ban nhân dân ${lowerFirst(unit.name)} (${was})`,
  };
}

function nobody(reason: string): Candidate {
  return { id: null, with: [], basis: 'internal', clauses: [], reason, confirm: null };
}

/** An agency in force on a day, with the sentence that shows its old name. */
export function confirmed(
  profile: Profile,
  id: string,
  day: string | null,
): { id: string | null; confirm: string | null } {
  const held = agencyOn(profile, id, day);
  if (held.id === null) return { id: null, confirm: `chưa rõ cơ quan kế nhiệm của ${held.name}` };
  return { id: held.id, confirm: held.formerName === null ? null : `${held.name} (trước đây: ${held.formerName})` };
}

export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
