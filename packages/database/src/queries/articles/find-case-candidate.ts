import type { Queryable } from '../../connection/connection.ts';

export interface CaseCandidateRow {
  readonly articleId: string;
  readonly profile: string;
  readonly versionId: string;
  readonly origin: 'domestic' | 'foreign';
  readonly title: string;
  readonly body: string;
}

/** An article whose text is known, as it may be put into a case; null when there is none. */
export async function findCaseCandidate(db: Queryable, articleId: string): Promise<CaseCandidateRow | null> {
  const result = await db.query<CaseCandidateRow>(
    `select a.id as "articleId", a.profile, v.id as "versionId", a.origin, v.title, v.body
     from articles a join article_versions v on v.id = a.current_version_id where a.id = $1::bigint`,
    [articleId],
  );
  return result.rows[0] ?? null;
}
