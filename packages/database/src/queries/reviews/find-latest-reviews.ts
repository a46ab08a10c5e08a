import type { Verdict } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface ReviewRow {
  readonly id: string;
  readonly flagId: string;
  readonly decision: string;
  readonly verdict: Verdict | null;
}

/** The newest decision about each of these flags. */
export async function findLatestReviews(db: Queryable, flagIds: readonly string[]): Promise<readonly ReviewRow[]> {
  const result = await db.query<ReviewRow>(
    `select distinct on (flag_id) id, flag_id as "flagId", decision, verdict from reviews
     where flag_id = any($1::bigint[]) order by flag_id, id desc`,
    [flagIds],
  );
  return result.rows;
}
