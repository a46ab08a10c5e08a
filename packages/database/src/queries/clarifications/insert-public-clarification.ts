import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NewPublicClarification {
  readonly profile: string;
  readonly caseId: string;
  readonly releaseId: string;
  readonly claim: string;
  readonly openedBy: string;
  readonly at: Date;
}

/** Opens the clarification of a case to everybody and returns its id; the caller holds the case and has seen that none is open. */
export async function insertPublicClarification(db: Queryable, row: NewPublicClarification): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into public_clarifications (profile, case_id, release_id, claim, opened_by, opened_at)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [row.profile, row.caseId, row.releaseId, row.claim, row.openedBy, row.at],
  );
  return onlyRow(result, 'nội dung công khai vừa ghi').id;
}
