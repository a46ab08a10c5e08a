import type { Queryable } from '../../connection/connection.ts';

/** Rows of one turn: a long backlog goes in several short transactions. */
const BATCH = 5_000;

/** Kinds that are kept by the row; see `prune_expired` in migration 0157 for what goes of each. */
export const ROW_KINDS = ['command-answers', 'deliveries', 'notices', 'sign-in-traces'] as const;

/**
 * Removes the rows of one kind that are older than its policy keeps; each turn that removed some leaves a line in `retention_runs`.
 *
 * @returns how many rows went; 0 also where the policy keeps the kind for good
 */
export async function pruneRows(db: Queryable, kind: (typeof ROW_KINDS)[number], now: Date): Promise<number> {
  let removed = 0;
  for (let last = BATCH; last >= BATCH; ) {
    const { rows } = await db.query<{ removed: string }>('select prune_expired($1, $2, $3) as removed', [
      kind,
      now,
      BATCH,
    ]);
    last = Number(rows[0]?.removed ?? 0);
    removed += last;
  }
  return removed;
}
