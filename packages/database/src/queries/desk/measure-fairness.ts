import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface FairnessMeasures {
  /** Flags on which a later review decided otherwise than the one before, or that were reopened. */
  readonly reversals: number;
  /** Reviews that answered "not enough evidence". */
  readonly abstentions: number;
  readonly reviews: number;
  /** Hours from raising a flag to its first review, and from opening a case to its first release; null without any. */
  readonly medianReviewHours: number | null;
  readonly medianAnswerHours: number | null;
}

/** Where the office changed its mind, abstained, and how long it took. */
export async function measureFairness(db: Queryable, profile: string, since: Date): Promise<FairnessMeasures> {
  const result = await db.query<FairnessMeasures>(
    `with decided as (
       select r.flag_id, r.decision, r.verdict, r.reviewed_at, f.opened_at,
         lag(r.decision) over (partition by r.flag_id order by r.id) as before
       from reviews r join flags f on f.id = r.flag_id where r.profile = $1 and r.reviewed_at >= $2),
     released as (
       select c.id, extract(epoch from min(r.released_at) - c.opened_at) / 3600 as hours
       from cases c join releases r on r.case_id = c.id where c.profile = $1 and c.opened_at >= $2 group by c.id)
     select
       (select count(distinct flag_id)::int from decided where decision = 'reopened'
         or (before in ('confirmed', 'dismissed') and decision <> before)) as reversals,
       (select count(*)::int from decided where verdict = 'unverifiable') as abstentions,
       (select count(*)::int from decided where decision <> 'reopened') as reviews,
       (select percentile_cont(0.5) within group (order by extract(epoch from reviewed_at - opened_at) / 3600)
         from decided where before is null) as "medianReviewHours",
       (select percentile_cont(0.5) within group (order by hours) from released) as "medianAnswerHours"`,
    [profile, since],
  );
  return onlyRow(result, 'phép đo');
}
