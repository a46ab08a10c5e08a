import type { Queryable } from '../../connection/connection.ts';

export interface ReleaseView {
  readonly id: string;
  readonly responseId: string;
  readonly channel: string;
  readonly basis: string;
  readonly proof: unknown;
  readonly spokesperson: string | null;
  readonly releasedBy: string;
  readonly releasedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
}

/** Releases of a case with their proofs, in order of time. */
export async function viewCaseReleases(
  db: Queryable,
  profile: string,
  caseId: string,
): Promise<readonly ReleaseView[]> {
  const { rows } = await db.query<ReleaseView>(
    `select r.id, r.response_id as "responseId", r.channel, r.basis, r.proof, p.name as spokesperson, coalesce(u."name", r.released_by) as "releasedBy",
       r.released_at as "releasedAt", r.withdrawn_at as "withdrawnAt", r.withdrawn_reason as "withdrawnReason"
     from releases r left join spokespersons p on p.id = r.spokesperson_id
     left join identity."user" u on u."id" = r.released_by
     where r.profile = $1 and r.case_id = $2 order by r.id`,
    [profile, caseId],
  );
  return rows;
}
