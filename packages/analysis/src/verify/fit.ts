import { FEATURE_NAMES } from './features.ts';
import { VERIFY_LABELS, type VerifyWeights } from './model.ts';

export interface Example {
  readonly features: readonly number[];
  /** Place of the label in `VERIFY_LABELS`. */
  readonly label: number;
}

const STEPS = 400;
const RATE = 0.05;
const RIDGE = 0.01;

/**
 * Fits the multinomial logistic by full-batch Adam (Kingma and Ba 2015) with a ridge of 0.01 on standardised features. The
 * same examples in the same order give the same weights.
 */
export function fitVerify(examples: readonly Example[], version: string): VerifyWeights {
  const width = FEATURE_NAMES.length;
  const scale = standardise(examples, width);
  const rows = examples.map(({ features, label }) => ({
    label,
    x: [...features.map((value, at) => (value - (scale.mean[at] ?? 0)) / (scale.deviation[at] ?? 1)), 1],
  }));
  const weights = VERIFY_LABELS.map(() => new Float64Array(width + 1));
  const first = VERIFY_LABELS.map(() => new Float64Array(width + 1));
  const second = VERIFY_LABELS.map(() => new Float64Array(width + 1));
  for (let step = 1; step <= STEPS; step += 1) {
    const gradients = gradientsOf(rows, weights, width);
    weights.forEach((row, label) => {
      for (let at = 0; at <= width; at += 1) {
        const gradient = gradients[label]?.[at] ?? 0;
        const one = first[label];
        const two = second[label];
        if (one === undefined || two === undefined) continue;
        one[at] = 0.9 * (one[at] ?? 0) + 0.1 * gradient;
        two[at] = 0.99 * (two[at] ?? 0) + 0.01 * gradient * gradient;
        const move = (one[at] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((two[at] ?? 0) / (1 - 0.99 ** step)) + 1e-8);
        row[at] = (row[at] ?? 0) - RATE * move;
      }
    });
  }
  return { version, features: [...FEATURE_NAMES], weights: weights.map((row) => unscale(row, scale, width)) };
}

interface Scale {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

function standardise(examples: readonly Example[], width: number): Scale {
  const columns = Array.from({ length: width }, (_, at) => examples.map(({ features }) => features[at] ?? 0));
  const mean = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / Math.max(1, column.length));
  const deviation = columns.map((column, at) => {
    const variance =
      column.reduce((sum, value) => sum + (value - (mean[at] ?? 0)) ** 2, 0) / Math.max(1, column.length);
    return Math.sqrt(variance) + 1e-6;
  });
  return { mean, deviation };
}

function gradientsOf(
  rows: readonly { readonly label: number; readonly x: readonly number[] }[],
  weights: readonly Float64Array[],
  width: number,
): Float64Array[] {
  const gradients = weights.map(() => new Float64Array(width + 1));
  for (const { label, x } of rows) {
    const sums = weights.map((row) => x.reduce((sum, value, at) => sum + value * (row[at] ?? 0), 0));
    const top = Math.max(...sums);
    const odds = sums.map((sum) => Math.exp(sum - top));
    const total = odds.reduce((sum, one) => sum + one, 0);
    gradients.forEach((gradient, at) => {
      const error = ((odds[at] ?? 0) / total - (at === label ? 1 : 0)) / rows.length;
      for (let column = 0; column <= width; column += 1)
        gradient[column] = (gradient[column] ?? 0) + error * (x[column] ?? 0);
    });
  }
  gradients.forEach((gradient, label) => {
    for (let at = 0; at < width; at += 1) gradient[at] = (gradient[at] ?? 0) + RIDGE * (weights[label]?.[at] ?? 0);
  });
  return gradients;
}

/** Weights for raw features, to four places. */
function unscale(row: Float64Array, { mean, deviation }: Scale, width: number): number[] {
  let bias = row[width] ?? 0;
  const raw = mean.map((centre, at) => {
    const weight = (row[at] ?? 0) / (deviation[at] ?? 1);
    bias -= weight * centre;
    return weight;
  });
  return [...raw, bias].map((value) => Math.round(value * 10_000) / 10_000);
}
