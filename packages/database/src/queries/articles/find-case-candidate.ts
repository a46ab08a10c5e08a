import type { Queryable } from '../../connection/connection.ts';

export interface CaseCandidateRow {
  readonly articleId: string;
  readonly profile: string;
  readonly versionId: string;
  readonly origin: 'domestic' | 'foreign';
}

/** An article whose text is known, as it may be put into a case; null when there is none. */
export async function findCaseCandidate(db: Queryable, articleId: string): Promise<CaseCandidateRow | null> {
  const result = await db.query<CaseCandidateRow>(
    `select id as "articleId", profile, current_version_id as "versionId", origin from articles
     where id = $1::bigint and current_version_id is not null`,
    [articleId],
  );
  return result.rows[0] ?? null;
}
