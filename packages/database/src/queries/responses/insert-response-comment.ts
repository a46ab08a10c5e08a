import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NewResponseComment {
  readonly profile: string;
  readonly responseId: string;
  readonly body: string;
  readonly authorId: string;
  readonly at: Date;
}

/** Writes a comment on a response version and returns its id. */
export async function insertResponseComment(db: Queryable, row: NewResponseComment): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into response_comments (profile, response_id, body, author_id, created_at)
     values ($1, $2, $3, $4, $5) returning id`,
    [row.profile, row.responseId, row.body, row.authorId, row.at],
  );
  return onlyRow(result, 'góp ý vừa ghi').id;
}
