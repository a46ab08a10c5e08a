import type { Queryable } from '../../connection/connection.ts';

export interface WeightChoice {
  readonly profile: string;
  /** Null: the starting weights. */
  readonly version: string | null;
  readonly chosenBy: string;
  readonly reason: string;
  readonly chosenAt: Date;
}

/** Puts a version in force. @returns false where the province has no such version */
export async function chooseWeights(db: Queryable, choice: WeightChoice): Promise<boolean> {
  const result = await db.query(
    `insert into flag_weight_choices (profile, version, chosen_by, reason, chosen_at)
     select $1, $2, $3, $4, $5
     where $2::text is null or exists (select from flag_weights where profile = $1 and version = $2)`,
    [choice.profile, choice.version, choice.chosenBy, choice.reason, choice.chosenAt],
  );
  return result.rowCount === 1;
}
