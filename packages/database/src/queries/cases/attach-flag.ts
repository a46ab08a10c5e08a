import type { Queryable } from '../../connection/connection.ts';

/** Puts a flag into a case. Returns false where the flag already stands in some case. */
export async function attachFlag(
  db: Queryable,
  row: { readonly caseId: string; readonly flagId: string; readonly profile: string },
): Promise<boolean> {
  const result = await db.query(
    'insert into case_flags (case_id, flag_id, profile) values ($1, $2, $3) on conflict (flag_id) do nothing',
    [row.caseId, row.flagId, row.profile],
  );
  return result.rowCount === 1;
}
