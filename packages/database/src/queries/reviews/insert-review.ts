import type { Verdict } from '@lamro/domain';
import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NewReview {
  readonly profile: string;
  readonly flagId: string;
  readonly decision: 'confirmed' | 'dismissed' | 'needs-evidence' | 'reopened';
  readonly verdict: Verdict | null;
  readonly reason: string;
  readonly signalsKept: readonly string[];
  readonly signalsStruck: readonly string[];
  readonly reviewerId: string;
  readonly reviewerRole: string;
  readonly at: Date;
}

/** Writes one decision about a flag and returns its id. Decisions add up; none replaces another. */
export async function insertReview(db: Queryable, review: NewReview): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into reviews (profile, flag_id, decision, verdict, reason, signals_kept, signals_struck, reviewer_id,
       reviewer_role, reviewed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      review.profile,
      review.flagId,
      review.decision,
      review.verdict,
      review.reason,
      review.signalsKept,
      review.signalsStruck,
      review.reviewerId,
      review.reviewerRole,
      review.at,
    ],
  );
  return onlyRow(result, 'thẩm định vừa ghi').id;
}
