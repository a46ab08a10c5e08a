import type { Queryable } from '../../connection/connection.ts';

export interface DossierItemView {
  readonly id: string;
  readonly section: string;
  readonly body: string;
  readonly sourceUrl: string | null;
  readonly prefilled: boolean;
  readonly fileName: string | null;
  readonly document: string | null;
  readonly createdAt: Date;
}

/** What stands in a case's dossier now, by section. */
export async function viewCaseDossier(
  db: Queryable,
  profile: string,
  caseId: string,
): Promise<readonly DossierItemView[]> {
  const { rows } = await db.query<DossierItemView>(
    `select d.id, d.section, d.body, d.source_url as "sourceUrl", d.prefilled, t.file_name as "fileName",
       r.document_number as document, d.created_at as "createdAt"
     from dossier_items d left join attachments t on t.id = d.attachment_id
     left join official_records r on r.id = d.record_id
     where d.profile = $1 and d.case_id = $2 and d.superseded_by is null order by d.id`,
    [profile, caseId],
  );
  return rows;
}
