import type { Queryable } from '../../connection/connection.ts';

/** Sets a running clock to what a changed calendar makes of it; reminders start anew. Returns false where it stopped meanwhile. */
export async function moveDeadline(
  db: Queryable,
  row: { readonly id: string; readonly from: Date; readonly dueAt: Date; readonly steps: unknown },
): Promise<boolean> {
  const result = await db.query(
    `update deadlines set due_at = $3, steps = $4, reminded_before_at = null, reminded_due_at = null, reminded_after_at = null
     where id = $1 and due_at = $2 and met_at is null and cancelled_at is null`,
    [row.id, row.from, row.dueAt, JSON.stringify(row.steps)],
  );
  return result.rowCount === 1;
}
