import type { Queryable } from '../../connection/connection.ts';

/** Writes that the page was looked at: what was fetched, and the version that stands there now if it changed. */
export async function finishRecheck(
  db: Queryable,
  check: { id: string; fetchId: string; afterVersionId: string | null },
): Promise<void> {
  await db.query(
    `update outlet_checks set checked_at = now(), fetch_id = $2, last_failure = null,
       after_version_id = coalesce($3, (select current_version_id from articles a where a.id = article_id and current_version_id <> before_version_id))
     where id = $1 and state = 'waiting'`,
    [check.id, check.fetchId, check.afterVersionId],
  );
}
