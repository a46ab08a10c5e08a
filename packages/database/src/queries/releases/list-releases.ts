import type { Channel } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface ReleaseRow {
  readonly id: string;
  readonly responseId: string;
  readonly channel: Channel;
  readonly releasedAt: Date;
  readonly withdrawnAt: Date | null;
}

/** Releases of a case, oldest first, withdrawn ones included. */
export async function listReleases(db: Queryable, caseId: string): Promise<readonly ReleaseRow[]> {
  const result = await db.query<ReleaseRow>(
    `select id, response_id as "responseId", channel, released_at as "releasedAt", withdrawn_at as "withdrawnAt"
     from releases where case_id = $1 order by id`,
    [caseId],
  );
  return result.rows;
}
