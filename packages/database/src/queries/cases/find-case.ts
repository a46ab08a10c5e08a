import type { Queryable } from '../../connection/connection.ts';

import { CASE_COLUMNS, type CaseRow } from './case.ts';

/** The case as it stands, without waiting for anyone; null when there is none. */
export async function findCase(db: Queryable, id: string): Promise<CaseRow | null> {
  const result = await db.query<CaseRow>(`select ${CASE_COLUMNS} from cases c where c.id = $1::bigint`, [id]);
  return result.rows[0] ?? null;
}
