import type { InternalFile, ProfileFile } from './schema.ts';

/**
 * Fills what the profile leaves open with internal rules. An agency, sector, channel or deadline of the profile goes
 * before the internal one; everything added is marked as internal and cites nothing.
 */
export function fillOpen(file: ProfileFile, internal: InternalFile): ProfileFile {
  const missing = <T, K>(own: readonly T[], added: readonly T[], keyOf: (entry: T) => K): T[] => {
    const taken = new Set(own.map(keyOf));
    return [...own, ...added.filter((entry) => !taken.has(keyOf(entry)))];
  };
  const sectors = internal.sectors.map((rule) => ({ ...rule, basis: 'internal' as const, clauses: [], with: [] }));
  const deadlines = internal.deadlines.map((rule) => ({ ...rule, basis: 'internal' as const, clause: null }));
  const filled = missing(file.sectors, sectors, (rule) => rule.sector);
  return {
    ...file,
    agencies: { ...fillAgencies(file, internal, filled), ...file.agencies },
    sectors: filled,
    channels: missing(file.channels, internal.channels.map(openChannel), (channel) => channel.id),
    deadlines: missing(file.deadlines, deadlines, (rule) => rule.rule),
  };
}

/**
 * Adds the internal agencies that a sector or a successor leads to, so that a city gets no military command of a
 * province. An agency that the text does not name stands under the duty that the text gives to every agency.
 */
function fillAgencies(
  file: ProfileFile,
  internal: InternalFile,
  sectors: ProfileFile['sectors'],
): ProfileFile['agencies'] {
  const { clauses, summary } = file.routing.lead;
  const added: ProfileFile['agencies'] = {};
  const add = (id: string | null): void => {
    const agency = id === null ? undefined : internal.agencies[id];
    if (id === null || agency === undefined || id in file.agencies || id in added) return;
    const duties = agency.level === 'province' ? [{ kind: 'field' as const, clauses, summary }] : [];
    added[id] = { ...agency, named: false, duties };
    add(agency.successor);
  };
  for (const rule of sectors) add(rule.agency);
  for (const agency of Object.values(file.agencies)) add(agency.successor);
  return added;
}

function openChannel(channel: InternalFile['channels'][number]): ProfileFile['channels'][number] {
  return { ...channel, open: true, basis: 'internal', clauses: [], convenedBy: [], requestedBy: [], languages: [] };
}
