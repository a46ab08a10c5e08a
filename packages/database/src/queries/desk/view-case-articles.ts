import type { Queryable } from '../../connection/connection.ts';

export interface CaseArticleView {
  readonly articleId: string;
  readonly part: string;
  readonly quote: string;
  readonly title: string;
  readonly outlet: string;
  readonly country: string;
  readonly url: string;
  readonly at: Date;
}

/** Articles of a case, its origin first. */
export async function viewCaseArticles(
  db: Queryable,
  profile: string,
  caseId: string,
): Promise<readonly CaseArticleView[]> {
  const { rows } = await db.query<CaseArticleView>(
    `select c.article_id as "articleId", c.part, c.quote, v.title, o.name as outlet, o.country, a.url,
       coalesce(v.published_at, a.first_seen_at) as at
     from case_articles c join articles a on a.id = c.article_id join outlets o on o.id = a.outlet_id
     join article_versions v on v.id = c.version_id
     where c.profile = $1 and c.case_id = $2 order by c.part, at, c.article_id`,
    [profile, caseId],
  );
  return rows;
}
