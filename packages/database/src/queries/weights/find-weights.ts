import type { Queryable } from '../../connection/connection.ts';

export interface WeightsInForce {
  /** Null while the starting weights are in force. */
  readonly version: string | null;
  /** As they were learned; null for the starting weights. */
  readonly weights: unknown;
}

/** The weights of the flag score that a person last put in force; the starting ones where nobody did. */
export async function findWeights(db: Queryable, profile: string): Promise<WeightsInForce> {
  const { rows } = await db.query<WeightsInForce>(
    `select c.version, w.weights from flag_weight_choices c
     left join flag_weights w on w.profile = c.profile and w.version = c.version
     where c.profile = $1 order by c.id desc limit 1`,
    [profile],
  );
  return rows[0] ?? { version: null, weights: null };
}
