import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NewCaseText {
  readonly profile: string;
  readonly caseId: string;
  readonly body: string;
  readonly sha256: string;
  readonly writtenBy: string;
  readonly at: Date;
}

/** Stores free words of a command beside the chain, which keeps only their hash. Returns the id. */
export async function insertCaseText(db: Queryable, text: NewCaseText): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into case_texts (profile, case_id, body, sha256, written_by, written_at)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [text.profile, text.caseId, text.body, text.sha256, text.writtenBy, text.at],
  );
  return onlyRow(result, 'lời ghi vừa lưu').id;
}
