import { VERIFY_LABELS, type VerifyLabel } from '@lamro/analysis';

/** One judged pair: gold label, predicted label, predicted probability of "refuted". */
export interface VerifyOutcome {
  readonly gold: VerifyLabel;
  readonly label: VerifyLabel;
  readonly refuted: number;
}

export interface LabelScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function scoreLabels(outcomes: readonly VerifyOutcome[]): {
  macroF1: number;
  labels: Record<string, LabelScores>;
} {
  const labels = Object.fromEntries(VERIFY_LABELS.map((label) => [label, scoreLabel(outcomes, label)]));
  const macroF1 = Object.values(labels).reduce((sum, { f1 }) => sum + f1, 0) / VERIFY_LABELS.length;
  return { macroF1, labels };
}

function scoreLabel(outcomes: readonly VerifyOutcome[], label: VerifyLabel): LabelScores {
  const right = outcomes.filter((one) => one.gold === label && one.label === label).length;
  const precision = right / Math.max(1, outcomes.filter((one) => one.label === label).length);
  const recall = right / Math.max(1, outcomes.filter((one) => one.gold === label).length);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

export interface CurvePoint {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
}

/** Precision and recall of "refuted" at every threshold of its probability, in steps of 0.05. */
export function refutedCurve(outcomes: readonly VerifyOutcome[]): CurvePoint[] {
  const positives = Math.max(1, outcomes.filter(({ gold }) => gold === 'refuted').length);
  return Array.from({ length: 19 }, (_, index) => {
    const threshold = Math.round((index + 1) * 5) / 100;
    const taken = outcomes.filter(({ refuted }) => refuted >= threshold);
    const right = taken.filter(({ gold }) => gold === 'refuted').length;
    return { threshold, precision: taken.length === 0 ? 1 : right / taken.length, recall: right / positives };
  });
}
