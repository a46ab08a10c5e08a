import type { Queryable } from '../../connection/connection.ts';

import { EVENT_COLUMNS, type EventRow } from './event.ts';

/** A case's events from `afterSeq` on, oldest first. */
export async function listEvents(db: Queryable, caseId: string, afterSeq = 0): Promise<readonly EventRow[]> {
  const result = await db.query<EventRow>(
    `select ${EVENT_COLUMNS} from case_events e where e.case_id = $1 and e.seq > $2 order by e.seq`,
    [caseId, afterSeq],
  );
  return result.rows;
}
