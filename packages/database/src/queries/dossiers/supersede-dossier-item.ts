import type { Queryable } from '../../connection/connection.ts';

/** Puts a later entry in an earlier one's place. Returns false where the earlier one is not of this case or is replaced already. */
export async function supersedeDossierItem(
  db: Queryable,
  row: { readonly caseId: string; readonly id: string; readonly by: string },
): Promise<boolean> {
  const result = await db.query(
    'update dossier_items set superseded_by = $3 where id = $2 and case_id = $1 and superseded_by is null',
    [row.caseId, row.id, row.by],
  );
  return result.rowCount === 1;
}
