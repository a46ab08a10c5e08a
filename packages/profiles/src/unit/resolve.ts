import { QueryError } from '../problem/problem.ts';
import { bareName, foldText, isUnmarked, toneKey } from './name.ts';
import { eraOf, type Unit } from './unit.ts';

/** A place as asked, and the unit it names; null where no unit of the province bears the name. */
export interface ResolvedPlace {
  readonly asked: string;
  readonly unit: Unit | null;
}

/**
 * Finds the unit that a code or a name means on a day. Units in force on that day go first. A name may carry its
 * holder after a comma: `Xã Minh Khai, Huyện Hưng Hà`.
 *
 * @param day local day `YYYY-MM-DD`, or null for the units of the regulation's own time
 * @throws QueryError listing the candidates when the name fits two units
 */
export function resolvePlace(units: readonly Unit[], asked: string, day: string | null, field: string): ResolvedPlace {
  const era = eraOf(day);
  const isCurrent = (unit: Unit): boolean =>
    unit.era === era && (unit.until === null || (day !== null && day <= unit.until));
  const pools = [
    units.filter(isCurrent),
    units.filter((unit) => unit.era !== era),
    units.filter((unit) => unit.until !== null),
  ];
  for (const pool of pools) {
    const found = matchesIn(pool, asked.normalize('NFC').trim());
    if (found.length > 1) throw ambiguous(units, asked, found, field);
    const [only] = found;
    if (only !== undefined) return { asked, unit: only };
  }
  return { asked, unit: null };
}

function matchesIn(pool: readonly Unit[], asked: string): Unit[] {
  const byCode = pool.filter((unit) => unit.code === asked);
  if (byCode.length > 0) return byCode;
  const [name = '', ...holders] = asked.split(',').map((part) => part.trim());
  if (name === '') return [];
  const named = matchesByName(pool, name);
  const holder = holders.at(0);
  if (holder === undefined || named.length < 2) return named;
  const holderCodes = new Set(matchesByName(pool, holder).map((unit) => unit.code));
  return named.filter((unit) => unit.parent !== null && holderCodes.has(unit.parent));
}

/** Full names go before bare ones, and spelling with marks before folded spelling. */
function matchesByName(pool: readonly Unit[], name: string): Unit[] {
  const keys = isUnmarked(name) ? [toneKey, foldText] : [toneKey];
  for (const key of keys) {
    const wanted = key(name);
    const full = pool.filter((unit) => key(unit.name) === wanted);
    if (full.length > 0) return full;
    const bare = pool.filter((unit) => key(bareName(unit.name)) === wanted);
    if (bare.length > 0) return bare;
  }
  return [];
}

function ambiguous(units: readonly Unit[], asked: string, found: readonly Unit[], field: string): QueryError {
  const options = found.map((unit) => {
    const holder = units.find((candidate) => candidate.era === unit.era && candidate.code === unit.parent);
    const place = holder === undefined ? unit.name : `${unit.name}, ${holder.name}`;
    return `${place} (mã ${unit.code})`;
  });
  return new QueryError(
    field,
    `"${asked}" trùng tên ${found.length} đơn vị: ${options.join('; ')}. Ghi tên đầy đủ hoặc mã.`,
  );
}
