import { onlyRow, type Queryable } from '../../connection/connection.ts';

/** Writes a draft's new content and returns its new version. */
export async function changePeriodReport(
  db: Queryable,
  change: { readonly id: string; readonly content: unknown; readonly at: Date },
): Promise<number> {
  const result = await db.query<{ version: number }>(
    `update period_reports set content = $2, updated_at = $3, version = version + 1 where id = $1 and state = 'draft'
     returning version`,
    [change.id, JSON.stringify(change.content), change.at],
  );
  return onlyRow(result, 'dự thảo báo cáo').version;
}
