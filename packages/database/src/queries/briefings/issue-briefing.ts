import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface Issue {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  readonly eventRoot: string;
  readonly number: number | null;
  readonly signer: string | null;
}

/** Freezes a draft; from here on neither it nor its files change. Returns its new version. */
export async function issueBriefing(db: Queryable, issue: Issue): Promise<number> {
  const result = await db.query<{ version: number }>(
    `update briefings set state = 'issued', issued_by = $2, issued_at = $3, updated_at = $3, event_root = $4,
       document_number = $5, signer = $6, version = version + 1
     where id = $1 and state = 'draft' returning version`,
    [issue.id, issue.by, issue.at, issue.eventRoot, issue.number, issue.signer],
  );
  return onlyRow(result, 'dự thảo bản tin').version;
}
