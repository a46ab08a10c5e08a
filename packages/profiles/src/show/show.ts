import type { Citation, ClauseRef } from '@lamro/domain';
import type { Agency, Profile } from '../profile/profile.ts';
import type { ReportDuty } from '../profile/schema.ts';

type ShownReport = Omit<ReportDuty, 'clause'> & { readonly citation: Citation };
/** Somebody outside the province's agencies whom the text names as a receiver. */
interface Recipient {
  readonly agency: string;
  readonly name: string;
  readonly citations: readonly Citation[];
}
type ShownDeadline = Omit<Profile['deadlines'][number], 'clause'> & { readonly citation: Citation | null };

/** A profile as one JSON document: everything in it, with plain lists where the program holds maps. */
export interface ShownProfile extends Omit<Profile, 'agencies' | 'reports' | 'deadlines' | 'tree'> {
  readonly agencies: readonly Agency[];
  readonly reports: readonly ShownReport[];
  readonly deadlines: readonly ShownDeadline[];
  /** Ministries, missions and others that the text names as receivers. */
  readonly recipients: readonly Recipient[];
  /** The innermost clauses of the decision and the regulation, in order. */
  readonly clauses: readonly ClauseRef[];
}

/** Makes the JSON document that the command `profile show` prints. */
export function showProfile(profile: Profile): ShownProfile {
  const { agencies, reports, deadlines, tree, ...rest } = profile;
  return {
    ...rest,
    agencies: [...agencies.values()],
    reports: reports.map(({ clause, ...duty }) => ({ ...duty, citation: { ...clause, for: 'report' } })),
    deadlines: deadlines.map(({ clause, ...rule }) => ({
      ...rule,
      citation: clause === null ? null : { ...clause, for: 'deadline' },
    })),
    recipients: recipientsOf(agencies.values()),
    clauses: tree.leaves,
  };
}

function recipientsOf(agencies: Iterable<Agency>): Recipient[] {
  return [...agencies].flatMap(({ id, name, duties }) => {
    const received = duties.filter((duty) => duty.kind === 'receive').flatMap((duty) => duty.clauses);
    if (received.length === 0) return [];
    return [{ agency: id, name, citations: received.map((clause) => ({ ...clause, for: 'recipient' })) }];
  });
}
