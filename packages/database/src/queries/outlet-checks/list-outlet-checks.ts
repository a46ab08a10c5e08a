import type { Queryable } from '../../connection/connection.ts';

import { OUTLET_CHECK_COLUMNS, type OutletCheckRow } from './outlet-check.ts';

/** All checks of a case by the time they are due. */
export async function listOutletChecks(db: Queryable, caseId: string): Promise<readonly OutletCheckRow[]> {
  const result = await db.query<OutletCheckRow>(
    `select ${OUTLET_CHECK_COLUMNS} from outlet_checks k where k.case_id = $1 order by k.due_at, k.id`,
    [caseId],
  );
  return result.rows;
}
