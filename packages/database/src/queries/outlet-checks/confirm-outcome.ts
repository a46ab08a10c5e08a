import type { OutletOutcome } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface OutcomeConfirmation {
  readonly id: string;
  readonly outcome: OutletOutcome;
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
}

/** Writes a person's finding about what an outlet did. */
export async function confirmOutcome(db: Queryable, row: OutcomeConfirmation): Promise<void> {
  await db.query(
    `update outlet_checks set state = 'confirmed', outcome = $2, note = $3, confirmed_by = $4, confirmed_at = $5
     where id = $1`,
    [row.id, row.outcome, row.note, row.by, row.at],
  );
}
