import type { Queryable } from '../../connection/connection.ts';

import { RELEASE_COLUMNS, type ReleaseRow } from './release.ts';

/** Releases of a case, oldest first, withdrawn ones included. */
export async function listReleases(db: Queryable, caseId: string): Promise<readonly ReleaseRow[]> {
  const result = await db.query<ReleaseRow>(
    `select ${RELEASE_COLUMNS} from releases l where l.case_id = $1 order by l.id`,
    [caseId],
  );
  return result.rows;
}
