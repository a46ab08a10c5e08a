import type { Queryable } from '../../connection/connection.ts';

export interface CaseResponseView {
  readonly id: string;
  readonly language: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: string;
  readonly author: string;
  readonly authorAgency: string | null;
  readonly createdAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly comments: readonly { readonly body: string; readonly author: string; readonly at: string }[];
}

/** Drafts of the response with their comments, newest first. */
export async function viewCaseResponses(
  db: Queryable,
  profile: string,
  caseId: string,
): Promise<readonly CaseResponseView[]> {
  const { rows } = await db.query<CaseResponseView>(
    `select r.id, r.language, r.number, r.title, r.body, r.state, coalesce(u."name", r.author_id) as author,
       r.author_agency as "authorAgency", r.created_at as "createdAt",
       coalesce(p."name", r.approved_by) as "approvedBy", r.approved_at as "approvedAt",
       coalesce((select jsonb_agg(jsonb_build_object('body', m.body, 'author', coalesce(n."name", m.author_id), 'at', m.created_at) order by m.id)
         from response_comments m left join identity."user" n on n."id" = m.author_id where m.response_id = r.id), '[]') as comments
     from responses r left join identity."user" u on u."id" = r.author_id
     left join identity."user" p on p."id" = r.approved_by
     where r.profile = $1 and r.case_id = $2 order by r.language = 'vi' desc, r.language, r.number desc`,
    [profile, caseId],
  );
  return rows;
}
