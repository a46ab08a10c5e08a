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
  return {
    ...file,
    agencies: { ...fillAgencies(file, internal), ...file.agencies },
    sectors: missing(file.sectors, sectors, (rule) => rule.sector),
    channels: missing(file.channels, internal.channels.map(openChannel), (channel) => channel.id),
    deadlines: missing(file.deadlines, deadlines, (rule) => rule.rule),
  };
}

/** An agency that the text does not name stands under the duty that the text gives to every agency. */
function fillAgencies(file: ProfileFile, internal: InternalFile): ProfileFile['agencies'] {
  const { clauses, summary } = file.routing.lead;
  return Object.fromEntries(
    Object.entries(internal.agencies).map(([id, agency]) => {
      const duties = agency.level === 'province' ? [{ kind: 'field' as const, clauses, summary }] : [];
      return [id, { ...agency, named: false, duties }];
    }),
  );
}

function openChannel(channel: InternalFile['channels'][number]): ProfileFile['channels'][number] {
  return { ...channel, open: true, basis: 'internal', clauses: [], convenedBy: [], requestedBy: [], languages: [] };
}
