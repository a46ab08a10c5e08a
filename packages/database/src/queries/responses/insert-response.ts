import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NewResponse {
  readonly profile: string;
  readonly caseId: string;
  readonly language: string;
  readonly title: string;
  readonly body: string;
  readonly authorId: string;
  readonly authorAgency: string | null;
  readonly at: Date;
}

/** Writes the next version of a case's response in one language. The caller holds the case's lock. */
export async function insertResponse(
  db: Queryable,
  row: NewResponse,
): Promise<{ readonly id: string; readonly number: number }> {
  const result = await db.query<{ id: string; number: number }>(
    `insert into responses (profile, case_id, language, number, title, body, author_id, author_agency, created_at)
     select $1, $2::bigint, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8
     from responses where case_id = $2::bigint and language = $3 returning id, number`,
    [row.profile, row.caseId, row.language, row.title, row.body, row.authorId, row.authorAgency, row.at],
  );
  return onlyRow(result, 'dự thảo vừa ghi');
}
