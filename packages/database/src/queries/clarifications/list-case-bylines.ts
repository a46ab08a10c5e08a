import type { Queryable } from '../../connection/connection.ts';

/** Names of those who wrote the articles of a case, as their outlets print them. */
export async function listCaseBylines(db: Queryable, caseId: string): Promise<readonly string[]> {
  const result = await db.query<{ name: string }>(
    `select distinct name from case_articles c join article_versions v on v.article_id = c.article_id,
       unnest(v.authors || coalesce(v.byline, '')) as name
     where c.case_id = $1 and name <> ''`,
    [caseId],
  );
  return result.rows.map((row) => row.name);
}
