import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface JudgementAges {
  /** Articles whose newest judgement is by other rules than those in force; counted up to the bound. */
  readonly older: number;
  /** Versions that were asked for and still wait; counted up to the bound. */
  readonly waiting: number;
  /** Versions set aside because judging them failed; counted up to the bound. */
  readonly failed: number;
}

/** Counting stops here: whoever has more needs no exact number. */
export const MOST_COUNTED = 10_000;

/** How many judgements of a province are of an older rule set. Reads indexes alone, and never more than the bound. */
export async function countOlderJudgements(db: Queryable, profile: string, ruleSet: string): Promise<JudgementAges> {
  const result = await db.query<JudgementAges>(
    `select
       (select count(*)::int from (
         (select 1 from items where profile = $1 and rule_set < $2 limit $3)
         union all (select 1 from items where profile = $1 and rule_set > $2 limit $3)
         union all (select 1 from items where profile = $1 and rule_set is null limit $3) limit $3) old) as older,
       (select count(*)::int from (
         select 1 from judgement_revisions where profile = $1 and done_at is null limit $3) open) as waiting,
       (select count(*)::int from (
         select 1 from article_versions where profile = $1 and quarantined_at is not null limit $3) aside) as failed`,
    [profile, ruleSet, MOST_COUNTED],
  );
  return onlyRow(result, 'số lần xét cũ');
}
