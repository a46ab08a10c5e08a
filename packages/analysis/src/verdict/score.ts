import { SIGNAL_KINDS, type Signal, type SignalKind } from '@lamro/domain';
import { z } from 'zod';
import startFile from '../../data/weights/flag.json' with { type: 'json' };

/** Weights of the flag score: log-odds per unit of strength of the strongest signal of each kind, and what is added always. */
export const flagWeightsSchema = z.object({
  version: z.string().min(1),
  bias: z.number(),
  kinds: z.record(z.enum(SIGNAL_KINDS), z.number()),
  /** Added once for each further evidence-bearing signal beyond the first, up to three. */
  further: z.number(),
});
export type FlagWeights = z.infer<typeof flagWeightsSchema>;

/** The starting weights (docs/decisions/0066), to be relearned from analysts' decisions. */
export const START_WEIGHTS: FlagWeights = flagWeightsSchema.parse(startFile);

export const FLAG_THRESHOLD = 0.5;

/** What the logistic sees of a set of signals: strongest strength by kind, and further evidence. */
export function featuresOf(signals: readonly Signal[]): Map<SignalKind | 'further', number> {
  const features = new Map<SignalKind | 'further', number>();
  for (const { kind, strength } of signals) features.set(kind, Math.max(features.get(kind) ?? 0, strength));
  features.set('further', Math.min(3, Math.max(0, signals.filter(hasEvidence).length - 1)));
  return features;
}

export function hasEvidence(signal: Signal): boolean {
  return signal.evidence !== null && (signal.evidence.recordId ?? signal.evidence.articleId) !== undefined;
}

/**
 * Probability that an item is distorted, by logistic regression over its signals. A flag is raised at 0.5 and above, and only
 * with at least one signal that carries evidence (DESIGN.md, principle 1).
 */
export function scoreFlag(
  signals: readonly Signal[],
  weights: FlagWeights = START_WEIGHTS,
): { raised: boolean; score: number } {
  let sum = weights.bias;
  for (const [name, value] of featuresOf(signals)) {
    sum += value * (name === 'further' ? weights.further : weights.kinds[name]);
  }
  const score = Math.round((1 / (1 + Math.exp(-sum))) * 10_000) / 10_000;
  return { raised: score >= FLAG_THRESHOLD && signals.some(hasEvidence), score };
}
