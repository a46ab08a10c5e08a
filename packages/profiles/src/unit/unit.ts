import { bareName, slugify } from './name.ts';
import type { UnitFile } from './schema.ts';

/** First day on which the two-tier units are in force. */
export const TWO_TIERS_FROM = '2025-07-01';

export type Era = 'before-2025-07' | 'since-2025-07';
export type UnitTier = 'province' | 'district' | 'commune';

/** An administrative unit of the province. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly tier: UnitTier;
  readonly era: Era;
  /** Code of the unit that holds it, in the same era. */
  readonly parent: string | null;
  /** Code of the unit since July 2025 that took the whole of it over, where that is known. */
  readonly successor: string | null;
  /** Last day, for a unit that ended earlier than its era. */
  readonly until: string | null;
}

/** A district that ended before the three tiers did. */
export interface EarlierUnit {
  readonly code: string;
  readonly name: string;
  readonly until: string;
  readonly successor: string | null;
}

/** Slug of the people's committee of a district or commune: `ubnd-huyen-tien-hai`. */
export function committeeId(unit: Pick<Unit, 'name'>): string {
  return `ubnd-${slugify(unit.name)}`;
}

/**
 * Lists the units of both eras. A commune passes to the commune of the same code and name, a district only
 * where the profile says so; everything else has no known successor.
 */
export function listUnits(
  file: UnitFile,
  successors: Readonly<Record<string, string>>,
  earlier: readonly EarlierUnit[],
): Unit[] {
  const now = new Map(file.since.communes.map((commune) => [commune.code, commune.name]));
  const passedTo = (code: string, name: string): string | null => {
    const stated = successors[code];
    if (stated !== undefined) return stated;
    const heir = now.get(code);
    return heir !== undefined && bareName(heir) === bareName(name) ? code : null;
  };
  const before: Unit[] = file.before.districts.flatMap((district) => [
    unit(
      district.code,
      district.name,
      'district',
      'before-2025-07',
      file.before.code,
      successors[district.code] ?? null,
    ),
    ...(district.communes ?? []).map((commune) =>
      unit(
        commune.code,
        commune.name,
        'commune',
        'before-2025-07',
        district.code,
        passedTo(commune.code, commune.name),
      ),
    ),
  ]);
  const since: Unit[] = file.since.communes.map((commune) =>
    unit(commune.code, commune.name, 'commune', 'since-2025-07', file.since.code, null),
  );
  return [
    unit(file.before.code, file.before.name, 'province', 'before-2025-07', null, file.since.code),
    ...before,
    ...earlier.map((ended): Unit => ({ ...ended, tier: 'district', era: 'before-2025-07', parent: file.before.code })),
    unit(file.since.code, file.since.name, 'province', 'since-2025-07', null, null),
    ...since,
  ];
}

function unit(
  code: string,
  name: string,
  tier: UnitTier,
  era: Era,
  parent: string | null,
  successor: string | null,
): Unit {
  return { code, name: name.normalize('NFC'), tier, era, parent, successor, until: null };
}

/** Whether the unit is in force on a local day; null stands for "as the regulation was written". */
export function isInForce(unit: Unit, day: string | null): boolean {
  if (day === null) return unit.era === 'before-2025-07' || unit.until === null;
  return unit.era === eraOf(day) && (unit.until === null || day <= unit.until);
}

/** The era of a local day; null stands for "as the regulation was written". */
export function eraOf(day: string | null): Era {
  return day !== null && day >= TWO_TIERS_FROM ? 'since-2025-07' : 'before-2025-07';
}
