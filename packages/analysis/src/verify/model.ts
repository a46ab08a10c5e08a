import { z } from 'zod';
import weightsFile from '../../data/weights/verify.json' with { type: 'json' };
import { FEATURE_NAMES } from './features.ts';

export const VERIFY_LABELS = ['supported', 'refuted', 'not-enough-information'] as const;
export type VerifyLabel = (typeof VERIFY_LABELS)[number];

export const verifyWeightsSchema = z.object({
  version: z.string().min(1),
  /** One row of weights a label, in the order of `features`, the bias last. */
  features: z.array(z.string()),
  weights: z.array(z.array(z.number())).length(VERIFY_LABELS.length),
});
export type VerifyWeights = z.infer<typeof verifyWeightsSchema>;

/** The weights that ship, fitted by test/eval/verify-train.ts (docs/decisions/0065). */
export const VERIFY_WEIGHTS: VerifyWeights = verifyWeightsSchema.parse(weightsFile);

/**
 * Share of the claim's content words below which a passage is held to speak of something else. Gold passages, on which the
 * weights are fitted, are always on the matter, so the weights alone do not know that case.
 */
const STRANGER = 0.22;
const STRANGER_PROBABILITIES = [0.02, 0.08, 0.9];
const CONTENT_RECALL = FEATURE_NAMES.indexOf('contentRecall');

/** Multinomial logistic: probabilities of the three labels, in their order; they sum to 1. */
export function predict(features: readonly number[], model: VerifyWeights = VERIFY_WEIGHTS): number[] {
  if ((features[CONTENT_RECALL] ?? 0) < STRANGER) return STRANGER_PROBABILITIES;
  const sums = model.weights.map((row) =>
    features.reduce((sum, value, at) => sum + value * (row[at] ?? 0), row[FEATURE_NAMES.length] ?? 0),
  );
  const top = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sum - top));
  const total = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / total);
}
