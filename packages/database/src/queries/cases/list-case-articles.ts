import type { Queryable } from '../../connection/connection.ts';

export interface CaseArticleRow {
  readonly articleId: string;
  readonly versionId: string;
  readonly currentVersionId: string;
  readonly part: 'origin' | 'republication';
  readonly quote: string;
  readonly title: string;
  readonly url: string;
  readonly outletId: string;
  readonly outletName: string;
  readonly publishedAt: Date | null;
  readonly firstSeenAt: Date;
}

/** Articles of a case, the first seen first. */
export async function listCaseArticles(db: Queryable, caseId: string): Promise<readonly CaseArticleRow[]> {
  const result = await db.query<CaseArticleRow>(
    `select ca.article_id as "articleId", ca.version_id as "versionId",
       coalesce(a.current_version_id, ca.version_id) as "currentVersionId", ca.part, ca.quote, v.title, a.url,
       a.outlet_id as "outletId", o.name as "outletName", v.published_at as "publishedAt",
       a.first_seen_at as "firstSeenAt"
     from case_articles ca
     join articles a on a.id = ca.article_id
     join article_versions v on v.id = ca.version_id
     join outlets o on o.id = a.outlet_id
     where ca.case_id = $1 order by coalesce(v.published_at, a.first_seen_at), ca.article_id`,
    [caseId],
  );
  return result.rows;
}
