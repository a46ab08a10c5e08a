import type { Queryable } from '../../connection/connection.ts';

export interface RecheckRow {
  readonly id: string;
  readonly article_id: string;
  readonly attempts: number;
}

/** A look that is to be taken now, by the same rule as in find-due-rechecks, or null: a job says nothing of when. */
export async function findRecheck(db: Queryable, id: string): Promise<RecheckRow | null> {
  const { rows } = await db.query<RecheckRow>(
    `select id, article_id, attempts from outlet_checks
     where id = $1 and state = 'waiting' and checked_at is null and due_at + attempts * attempts * interval '10 minutes' <= now()`,
    [id],
  );
  return rows[0] ?? null;
}
