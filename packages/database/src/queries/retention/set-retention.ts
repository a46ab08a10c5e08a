import type { Queryable } from '../../connection/connection.ts';

export type RetentionChange =
  | { readonly changed: true }
  | { readonly changed: false; readonly why: 'unknown-kind' | 'too-short'; readonly leastDays: number | null };

/**
 * Sets how long a kind is kept. Only the owner of the database may; the services' role is refused by the server.
 *
 * @param keepDays null keeps it for good
 */
export async function setRetention(
  db: Queryable,
  policy: { kind: string; keepDays: number | null; changedBy: string; at: Date },
): Promise<RetentionChange> {
  const known = await db.query<{ least: number }>(
    'select least_days as least from retention_policies where kind = $1 for update',
    [policy.kind],
  );
  const leastDays = known.rows[0]?.least ?? null;
  if (leastDays === null) return { changed: false, why: 'unknown-kind', leastDays };
  if (policy.keepDays !== null && policy.keepDays < leastDays) return { changed: false, why: 'too-short', leastDays };
  await db.query('update retention_policies set keep_days = $2, changed_by = $3, changed_at = $4 where kind = $1', [
    policy.kind,
    policy.keepDays,
    policy.changedBy,
    policy.at,
  ]);
  return { changed: true };
}
