import type { GazetteerUnit, Place } from '@lamro/domain';
import { fold } from '../text/fold.ts';

/** Last day of the three-tier units and first day of the two-tier ones (Nghị quyết 202/2025/QH15 and 1656–1687/NQ-UBTVQH15). */
const LAST_DAY_OF_OLD = '2025-06-30';
const FIRST_DAY_OF_NEW = '2025-07-01';

/** Whether the unit is in force on a day (ISO date). */
export function inForce(unit: GazetteerUnit, day: string): boolean {
  if (unit.era === 'both') return true;
  return unit.era === 'since-2025-07' ? day >= FIRST_DAY_OF_NEW : day < FIRST_DAY_OF_NEW;
}

const KIND_BEFORE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:^| )tinh $/, ['tinh']],
  [/(?:^| )(?:thanh pho|tp\.?) ?$/, ['thanh pho']],
  [/(?:^| )(?:thi xa|tx\.?) ?$/, ['thi xa']],
  [/(?:^| )huyen $/, ['huyen']],
  [/(?:^| )quan $/, ['quan']],
  [/(?:^| )xa $/, ['xa']],
  [/(?:^| )(?:phuong|p\.) ?$/, ['phuong']],
  [/(?:^| )(?:thi tran|tt\.?) ?$/, ['thi tran']],
  [/(?:^| )dac khu $/, ['dac khu']],
];
const KIND_AFTER: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^ province/, ['tinh', 'thanh pho']],
  [/^ city/, ['thanh pho']],
  [/^ district/, ['huyen', 'quan', 'thi xa']],
  [/^ commune/, ['xa']],
  [/^ ward/, ['phuong']],
];

/** Kind words (folded) that stand beside a name; empty when none does. */
export function kindWordsBeside(left: string, right: string): readonly string[] {
  for (const [pattern, kinds] of KIND_BEFORE) if (pattern.test(left)) return kinds;
  for (const [pattern, kinds] of KIND_AFTER) if (pattern.test(right)) return kinds;
  return [];
}

const TIERS = ['province', 'district', 'commune'];

/**
 * Which of several units of one name is meant: the one whose kind word stands beside it, else the larger one (a bare "Tiền
 * Hải" still means the land of the former district), among equals the one in force on the day.
 */
export function chooseUnit(
  units: readonly GazetteerUnit[],
  kinds: readonly string[],
  day: string,
): GazetteerUnit | null {
  const named = units.filter((unit) => kinds.some((kind) => fold(unit.name).startsWith(`${kind} `)));
  const pool = named.length > 0 ? named : units;
  const rank = (unit: GazetteerUnit): number => {
    const tier = TIERS.indexOf(unit.kind);
    return (tier < 0 ? TIERS.length : tier) * 2 + (inForce(unit, day) ? 0 : 1);
  };
  return [...pool].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/**
 * The administrative unit to route by: the unit itself, or what holds a landmark, zone or former province.
 *
 * `asOf` is a day on which code and name are in force: the item's day when they are, else the last or first day they were.
 */
export function placeOf(unit: GazetteerUnit, byCode: ReadonlyMap<string, GazetteerUnit>, day: string): Place | null {
  let found: GazetteerUnit | undefined = unit;
  for (let step = 0; found !== undefined && !isAdministrative(found); step += 1) {
    const holder: string | null = found.parent ?? found.successor;
    found = holder === null || step > 4 ? undefined : byCode.get(holder);
  }
  return found === undefined ? null : { code: found.code, name: found.name, asOf: asOf(found, day) };
}

function isAdministrative(unit: GazetteerUnit): boolean {
  return TIERS.includes(unit.kind) && /^\d{2,5}$/.test(unit.code);
}

function asOf(unit: GazetteerUnit, day: string): string {
  if (inForce(unit, day)) return day;
  return unit.era === 'before-2025-07' ? LAST_DAY_OF_OLD : FIRST_DAY_OF_NEW;
}
