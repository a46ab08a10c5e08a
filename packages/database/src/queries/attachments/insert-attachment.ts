import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NewAttachment {
  readonly profile: string;
  readonly caseId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly readable: boolean;
  readonly uploadedBy: string;
  readonly at: Date;
}

/** Writes down a file that already stands in the store and returns its id. */
export async function insertAttachment(db: Queryable, row: NewAttachment): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into attachments (profile, case_id, file_name, media_type, bytes, sha256, readable, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [row.profile, row.caseId, row.fileName, row.mediaType, row.bytes, row.sha256, row.readable, row.uploadedBy, row.at],
  );
  return onlyRow(result, 'tệp vừa ghi').id;
}
