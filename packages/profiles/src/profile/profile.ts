import { buildClauseTree, type ClauseTree } from '../clause/tree.ts';
import { committeeId, type Unit } from '../unit/unit.ts';
import type { AgencyEntry, ProfileFile } from './schema.ts';

/** An agency with its id; committees of districts and communes are made from the list of units. */
export interface Agency extends AgencyEntry {
  readonly id: string;
  /** Codes of the units whose people's committee this is. */
  readonly unitCodes: readonly string[];
}

/** A province profile ready for use: the file, its units and the committees of those units. */
export interface Profile
  extends Omit<ProfileFile, 'agencies' | 'units' | 'earlierUnits' | 'internal' | 'sourceLists' | 'tree'> {
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly units: readonly Unit[];
  readonly tree: ClauseTree;
}

/** Joins the file with its units. */
export function assembleProfile(file: ProfileFile, units: readonly Unit[], sources: ProfileFile['sources']): Profile {
  const { agencies, tree, earlierUnits: _earlier, internal: _internal, sourceLists: _lists, ...rest } = file;
  const named = Object.entries(agencies).map(([id, agency]): [string, Agency] => [
    id,
    { ...agency, id, unitCodes: [] },
  ]);
  return {
    ...rest,
    sources,
    units,
    tree: buildClauseTree(tree.flat()),
    agencies: new Map([...committees(file, units), ...named]),
  };
}

function committees(file: ProfileFile, units: readonly Unit[]): Map<string, Agency> {
  const made = new Map<string, Agency>();
  for (const unit of units) {
    const isDistrict = unit.tier === 'district';
    if (!isDistrict && !(unit.tier === 'commune' && unit.era === 'since-2025-07')) continue;
    const id = committeeId(unit);
    made.set(id, committee(file, id, unit, isDistrict));
  }
  return made;
}

function committee(file: ProfileFile, id: string, unit: Unit, isDistrict: boolean): Agency {
  return {
    id,
    name: `Ủy ban nhân dân ${unit.name.slice(0, 1).toLowerCase()}${unit.name.slice(1)}`,
    level: 'province',
    named: isDistrict,
    from: isDistrict ? null : '2025-07-01',
    to: isDistrict ? (unit.until ?? '2025-06-30') : null,
    successor: null,
    note: null,
    unitCodes: [unit.code],
    duties: [{ kind: 'answer', clauses: file.routing.lead.placeClauses, summary: file.routing.lead.summary }],
  };
}
