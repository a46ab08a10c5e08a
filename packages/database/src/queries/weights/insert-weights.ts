import type { Queryable } from '../../connection/connection.ts';

export interface LearnedWeights {
  readonly profile: string;
  readonly version: string;
  readonly weights: unknown;
  readonly calibration: unknown;
  /** Version that was in force when these were learned. */
  readonly learnedAfter: string;
  readonly learnedBy: string;
  readonly learnedAt: Date;
}

/** Keeps learned weights; the same decisions after the same weights give the same version, which is kept once. */
export async function insertWeights(db: Queryable, learned: LearnedWeights): Promise<void> {
  await db.query(
    `insert into flag_weights (profile, version, weights, calibration, learned_after, learned_by, learned_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (profile, version) do nothing`,
    [
      learned.profile,
      learned.version,
      JSON.stringify(learned.weights),
      JSON.stringify(learned.calibration),
      learned.learnedAfter,
      learned.learnedBy,
      learned.learnedAt,
    ],
  );
}
