import { onlyRow, type Queryable } from '../../connection/connection.ts';

import type { DossierSection } from './dossier-item.ts';

export interface NewDossierItem {
  readonly profile: string;
  readonly caseId: string;
  readonly section: DossierSection;
  readonly body: string;
  readonly recordId: string | null;
  readonly attachmentId: string | null;
  readonly releaseId: string | null;
  readonly sourceUrl: string | null;
  readonly prefilled: boolean;
  readonly authorId: string;
  readonly authorAgency: string | null;
  readonly at: Date;
}

/** Writes one entry of a case's dossier and returns its id. */
export async function insertDossierItem(db: Queryable, row: NewDossierItem): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into dossier_items (profile, case_id, section, body, record_id, attachment_id, release_id, source_url,
       prefilled, author_id, author_agency, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [
      row.profile,
      row.caseId,
      row.section,
      row.body,
      row.recordId,
      row.attachmentId,
      row.releaseId,
      row.sourceUrl,
      row.prefilled,
      row.authorId,
      row.authorAgency,
      row.at,
    ],
  );
  return onlyRow(result, 'mục hồ sơ vừa ghi').id;
}
