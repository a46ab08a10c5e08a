import type { Queryable } from '../../connection/connection.ts';

/** Remembers that people were reminded of a deadline; what a later phase overtook counts as done. */
export async function markReminded(
  db: Queryable,
  reminder: { id: string; phase: 'before' | 'due' | 'after'; at: Date },
): Promise<void> {
  await db.query(
    `update deadlines set reminded_before_at = $3,
       reminded_due_at = case when $2 in ('due', 'after') then $3 else reminded_due_at end,
       reminded_after_at = case when $2 = 'after' then $3 else reminded_after_at end
     where id = $1`,
    [reminder.id, reminder.phase, reminder.at],
  );
}
