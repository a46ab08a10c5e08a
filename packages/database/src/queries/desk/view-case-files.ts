import type { Queryable } from '../../connection/connection.ts';

export interface CaseFileView {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly readable: boolean;
  readonly certifiedAt: Date | null;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

/** Files attached to a case, in the order in which they came. */
export async function viewCaseFiles(db: Queryable, profile: string, caseId: string): Promise<readonly CaseFileView[]> {
  const { rows } = await db.query<CaseFileView>(
    `select t.id, t.file_name as "fileName", t.media_type as "mediaType", t.bytes, t.sha256, t.readable,
       t.certified_at as "certifiedAt", coalesce(u."name", t.uploaded_by) as "uploadedBy", t.uploaded_at as "uploadedAt"
     from attachments t left join identity."user" u on u."id" = t.uploaded_by
     where t.profile = $1 and t.case_id = $2 order by t.id`,
    [profile, caseId],
  );
  return rows;
}
