import type { Queryable } from '../../connection/connection.ts';

import type { AttachmentRow } from './find-attachment.ts';

/** Files of a case, oldest first. */
export async function listAttachments(db: Queryable, caseId: string): Promise<readonly AttachmentRow[]> {
  const result = await db.query<AttachmentRow>(
    `select id, profile, case_id as "caseId", file_name as "fileName", media_type as "mediaType", bytes, sha256,
       readable, certified_by as "certifiedBy", uploaded_by as "uploadedBy", uploaded_at as "uploadedAt"
     from attachments where case_id = $1 order by id`,
    [caseId],
  );
  return result.rows;
}
