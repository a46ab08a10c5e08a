import type { Queryable } from '../../connection/connection.ts';

import { OUTLET_CHECK_COLUMNS, type OutletCheckRow } from './outlet-check.ts';

/** One check as it stands; null when there is none. */
export async function findOutletCheck(db: Queryable, id: string): Promise<OutletCheckRow | null> {
  const result = await db.query<OutletCheckRow>(
    `select ${OUTLET_CHECK_COLUMNS} from outlet_checks k where k.id = $1::bigint`,
    [id],
  );
  return result.rows[0] ?? null;
}
