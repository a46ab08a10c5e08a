import type { OutletOutcome } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface OutcomeProposal {
  readonly id: string;
  readonly afterVersionId: string | null;
  readonly fetchId: string | null;
  readonly outcome: OutletOutcome;
  readonly difference: unknown;
  readonly at: Date;
}

/** Writes what a visit found. Returns false where the check no longer waits. */
export async function proposeOutcome(db: Queryable, proposal: OutcomeProposal): Promise<boolean> {
  const result = await db.query(
    `update outlet_checks set state = 'proposed', after_version_id = $2, fetch_id = $3, proposed_outcome = $4,
       difference = $5, checked_at = $6, attempts = attempts + 1, last_failure = null
     where id = $1 and state = 'waiting'`,
    [
      proposal.id,
      proposal.afterVersionId,
      proposal.fetchId,
      proposal.outcome,
      JSON.stringify(proposal.difference),
      proposal.at,
    ],
  );
  return result.rowCount === 1;
}
