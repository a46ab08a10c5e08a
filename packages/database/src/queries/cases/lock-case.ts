import type { Queryable } from '../../connection/connection.ts';

import { CASE_COLUMNS, type CaseRow } from './case.ts';

/** The case, locked until the transaction ends; null when there is none. */
export async function lockCase(db: Queryable, id: string): Promise<CaseRow | null> {
  const result = await db.query<CaseRow>(`select ${CASE_COLUMNS} from cases c where c.id = $1::bigint for update`, [
    id,
  ]);
  return result.rows[0] ?? null;
}
