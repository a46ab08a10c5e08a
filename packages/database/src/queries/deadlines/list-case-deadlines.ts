import type { Queryable } from '../../connection/connection.ts';

import { DEADLINE_COLUMNS, type DeadlineRow } from './deadline.ts';

/** All clocks of a case, oldest first. */
export async function listCaseDeadlines(db: Queryable, caseId: string): Promise<readonly DeadlineRow[]> {
  const result = await db.query<DeadlineRow>(
    `select ${DEADLINE_COLUMNS} from deadlines t where t.case_id = $1 order by t.id`,
    [caseId],
  );
  return result.rows;
}
