import type { Queryable } from '../../connection/connection.ts';

/** Notes who vouches that a file without readable text holds nothing secret. Returns false where that is not open. */
export async function certifyAttachment(
  db: Queryable,
  row: { readonly id: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const result = await db.query(
    'update attachments set certified_by = $2, certified_at = $3 where id = $1 and not readable and certified_by is null',
    [row.id, row.by, row.at],
  );
  return result.rowCount === 1;
}
