import type { Queryable } from '../../connection/connection.ts';

export interface CaseArticle {
  readonly caseId: string;
  readonly articleId: string;
  readonly profile: string;
  readonly versionId: string;
  readonly part: 'origin' | 'republication';
  readonly quote: string;
}

/** Puts an article into a case. Returns false where it already stands in it. */
export async function attachArticle(db: Queryable, row: CaseArticle): Promise<boolean> {
  const result = await db.query(
    `insert into case_articles (case_id, article_id, profile, version_id, part, quote) values ($1, $2, $3, $4, $5, $6)
     on conflict (case_id, article_id) do nothing`,
    [row.caseId, row.articleId, row.profile, row.versionId, row.part, row.quote],
  );
  return result.rowCount === 1;
}
