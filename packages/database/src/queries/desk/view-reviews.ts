import type { Queryable } from '../../connection/connection.ts';

export interface ReviewView {
  readonly id: string;
  readonly decision: string;
  readonly verdict: string | null;
  readonly reason: string;
  readonly reviewer: string;
  readonly reviewerRole: string;
  readonly signalsKept: number;
  readonly signalsStruck: number;
  readonly reviewedAt: Date;
}

/** Decisions on one flag, newest first, with the names of those who made them. */
export async function viewReviews(db: Queryable, profile: string, flagId: string): Promise<readonly ReviewView[]> {
  const { rows } = await db.query<ReviewView>(
    `select r.id, r.decision, r.verdict, r.reason, coalesce(u."name", r.reviewer_id) as reviewer,
       r.reviewer_role as "reviewerRole", cardinality(r.signals_kept) as "signalsKept",
       cardinality(r.signals_struck) as "signalsStruck", r.reviewed_at as "reviewedAt"
     from reviews r left join identity."user" u on u."id" = r.reviewer_id
     where r.profile = $1 and r.flag_id = $2 order by r.id desc`,
    [profile, flagId],
  );
  return rows;
}
