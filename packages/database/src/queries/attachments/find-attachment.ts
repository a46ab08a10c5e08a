import type { Queryable } from '../../connection/connection.ts';

export interface AttachmentRow {
  readonly id: string;
  readonly profile: string;
  readonly caseId: string | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly readable: boolean;
  readonly certifiedBy: string | null;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

/** One file of a case; null when there is none. */
export async function findAttachment(db: Queryable, id: string): Promise<AttachmentRow | null> {
  const result = await db.query<AttachmentRow>(
    `select id, profile, case_id as "caseId", file_name as "fileName", media_type as "mediaType", bytes, sha256,
       readable, certified_by as "certifiedBy", uploaded_by as "uploadedBy", uploaded_at as "uploadedAt"
     from attachments where id = $1::bigint`,
    [id],
  );
  return result.rows[0] ?? null;
}
