import type { Queryable } from '../../connection/connection.ts';

import type { DossierItemRow } from './dossier-item.ts';

/** Entries of a case's dossier that stand, oldest first. */
export async function listDossierItems(db: Queryable, caseId: string): Promise<readonly DossierItemRow[]> {
  const result = await db.query<DossierItemRow>(
    `select id, section, body, record_id as "recordId", attachment_id as "attachmentId", release_id as "releaseId",
       source_url as "sourceUrl", prefilled, author_id as "authorId", author_agency as "authorAgency",
       created_at as "createdAt"
     from dossier_items where case_id = $1 and superseded_by is null order by id`,
    [caseId],
  );
  return result.rows;
}
