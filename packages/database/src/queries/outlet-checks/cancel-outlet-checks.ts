import type { Queryable } from '../../connection/connection.ts';

/** Calls off the visits of a case that have not been made. */
export async function cancelOutletChecks(db: Queryable, caseId: string): Promise<void> {
  await db.query(`update outlet_checks set state = 'cancelled' where case_id = $1 and state = 'waiting'`, [caseId]);
}
