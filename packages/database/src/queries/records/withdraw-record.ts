import type { Queryable } from '../../connection/connection.ts';

export interface RecordWithdrawal {
  readonly id: string;
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** Marks an official record as withdrawn; it stays in the ledger and is evidence for nothing new. */
export async function withdrawRecord(db: Queryable, row: RecordWithdrawal): Promise<void> {
  await db.query(
    'update official_records set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4 where id = $1',
    [row.id, row.at, row.by, row.reason],
  );
}
