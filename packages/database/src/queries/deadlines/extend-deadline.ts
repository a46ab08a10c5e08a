import type { Queryable } from '../../connection/connection.ts';

export interface DeadlineExtension {
  readonly id: string;
  readonly dueAt: Date;
  readonly by: string;
  readonly textId: string;
  /** Every extension so far, this one included. */
  readonly extensions: unknown;
  readonly steps: unknown;
}

/** Gives a running clock more time; the first due date stays beside it, and reminders start anew. */
export async function extendDeadline(db: Queryable, row: DeadlineExtension): Promise<void> {
  await db.query(
    `update deadlines set extended_from = coalesce(extended_from, due_at), due_at = $2, extended_by = $3,
       extension_text_id = $4, extensions = $5, steps = $6, reminded_before_at = null, reminded_due_at = null, reminded_after_at = null
     where id = $1`,
    [row.id, row.dueAt, row.by, row.textId, JSON.stringify(row.extensions), JSON.stringify(row.steps)],
  );
}
