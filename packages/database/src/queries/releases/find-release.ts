import type { Queryable } from '../../connection/connection.ts';

import { RELEASE_COLUMNS, type ReleaseRow } from './release.ts';

/** A release with the proof that was given for it; `proof` is parsed by the reader. */
export interface ProvedReleaseRow extends ReleaseRow {
  readonly caseId: string;
  readonly proof: unknown;
}

/** One release; null when there is none. */
export async function findRelease(db: Queryable, id: string): Promise<ProvedReleaseRow | null> {
  const result = await db.query<ProvedReleaseRow>(
    `select ${RELEASE_COLUMNS}, l.case_id as "caseId", l.proof from releases l where l.id = $1::bigint`,
    [id],
  );
  return result.rows[0] ?? null;
}
