import type { Queryable } from '../../connection/connection.ts';

export interface WeightsView {
  /** Null: the starting weights. */
  readonly version: string | null;
  readonly weights: unknown;
  readonly calibration: unknown;
  readonly learnedAfter: string | null;
  readonly learnedAt: Date | null;
  readonly inForce: boolean;
  /** Last time it was put in force, why, and the account's id; null where it never was. */
  readonly chosenAt: Date | null;
  readonly reason: string | null;
}

/** Every version of a province's weights, newest first, the starting weights last. */
export async function viewWeights(db: Queryable, profile: string): Promise<readonly WeightsView[]> {
  const { rows } = await db.query<WeightsView>(
    `with choices as (
       select distinct on (version) version, reason, chosen_at, id from flag_weight_choices where profile = $1 order by version, id desc),
     newest as (select id from flag_weight_choices where profile = $1 order by id desc limit 1),
     versions as (
       select version, weights, calibration, learned_after, learned_at from flag_weights where profile = $1
       union all select null, null, null, null, null)
     select v.version, v.weights, v.calibration, v.learned_after as "learnedAfter", v.learned_at as "learnedAt",
       coalesce(c.id = (select id from newest), v.version is null and not exists (select from newest)) as "inForce",
       c.chosen_at as "chosenAt", c.reason
     from versions v left join choices c on c.version is not distinct from v.version
     order by v.learned_at desc nulls last`,
    [profile],
  );
  return rows;
}
