import type { Queryable } from '../../connection/connection.ts';

/** Marks signals of an article version as struck by a reviewer, and the others of it as standing. */
export async function strikeSignals(
  db: Queryable,
  strike: { readonly versionId: string; readonly struck: readonly string[]; readonly at: Date },
): Promise<void> {
  await db.query(
    `update signals set struck_at = case when id = any($2::bigint[]) then coalesce(struck_at, $3) end
     where article_version_id = $1`,
    [strike.versionId, strike.struck, strike.at],
  );
}
