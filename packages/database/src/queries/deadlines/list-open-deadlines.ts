import type { Queryable } from '../../connection/connection.ts';
import { DEADLINE_COLUMNS, type DeadlineRow } from './deadline.ts';

/** Every clock of a province that still runs, the earliest first. */
export async function listOpenDeadlines(db: Queryable, profile: string): Promise<readonly DeadlineRow[]> {
  const result = await db.query<DeadlineRow>(
    `select ${DEADLINE_COLUMNS} from deadlines t
     where t.profile = $1 and t.met_at is null and t.cancelled_at is null order by t.due_at, t.id`,
    [profile],
  );
  return result.rows;
}
