import { type BoostedTrees, leafOf, type Tree } from './trees.ts';

/** One example: its features and whether it is a yes. */
export interface Example {
  readonly features: readonly number[];
  readonly yes: boolean;
}

export interface BoostingOptions {
  /** Fits whose mean is taken, each of so many rounds: one alone depends much on what its trees happened to see. */
  readonly fits: number;
  readonly rounds: number;
  /** Questions from the root to a leaf, at most. */
  readonly depth: number;
  readonly rate: number;
  /** Share of the examples, and of the features, that one tree sees. */
  readonly rows: number;
  readonly columns: number;
  /** Pull of a leaf towards zero, in examples' worth of curvature. */
  readonly ridge: number;
}

export const BOOSTING: BoostingOptions = {
  fits: 4,
  rounds: 200,
  depth: 4,
  rate: 0.06,
  rows: 0.6,
  columns: 0.3,
  ridge: 3,
};

/** Examples that a leaf must hold. */
const LEAST = 12;

interface Slopes {
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

/**
 * Fits boosted trees to yes and no by the logistic loss: stochastic gradient boosting (Friedman 2002) with Newton steps in the
 * leaves. The same examples and the same numbers of `random` give the same trees.
 *
 * @param random numbers in [0, 1), which choose what each tree sees
 * @throws Error when there is no example of one of the two kinds
 */
export function fitBoostedTrees(
  examples: readonly Example[],
  { features, version }: Pick<BoostedTrees, 'features' | 'version'>,
  random: () => number,
  options: BoostingOptions = BOOSTING,
): BoostedTrees {
  const share = examples.filter(({ yes }) => yes).length / examples.length;
  if (!(share > 0 && share < 1)) throw new Error('Cần cả ví dụ đúng và ví dụ sai để học.');
  const bias = round(Math.log(share / (1 - share)));
  const trees = Array.from({ length: options.fits }, () => fitOnce(examples, features, bias, random, options)).flat();
  return { version, features: [...features], bias, trees: trees.map((tree) => thinned(tree, options.fits)) };
}

/** A tree that counts as one of so many fits. */
function thinned(tree: Tree, fits: number): Tree {
  return { ...tree, value: tree.value.map((value) => round(value / fits)) };
}

function fitOnce(
  examples: readonly Example[],
  features: readonly string[],
  bias: number,
  random: () => number,
  options: BoostingOptions,
): Tree[] {
  const sums = new Float64Array(examples.length).fill(bias);
  return Array.from({ length: options.rounds }, () => {
    const slopes = slopesOf(examples, sums);
    const sample = examples.map((_, at) => at).filter(() => random() < options.rows);
    const columns = features.map((_, at) => at).filter(() => random() < options.columns);
    const tree = growTree({ examples, slopes, columns, options }, sample);
    for (const [at, { features: row }] of examples.entries()) sums[at] = (sums[at] ?? 0) + leafOf(row, tree);
    return tree;
  });
}

function slopesOf(examples: readonly Example[], sums: Float64Array): Slopes {
  const chance = sums.map((sum) => 1 / (1 + Math.exp(-sum)));
  return {
    gradient: chance.map((p, at) => (examples[at]?.yes === true ? 1 : 0) - p),
    curvature: chance.map((p) => Math.max(1e-6, p * (1 - p))),
  };
}

interface Growth {
  readonly examples: readonly Example[];
  readonly slopes: Slopes;
  readonly columns: readonly number[];
  readonly options: BoostingOptions;
}

function growTree(growth: Growth, sample: readonly number[]): Tree {
  const tree: Tree = { feature: [], threshold: [], left: [], right: [], value: [] };
  const grow = (rows: readonly number[], depth: number): number => {
    const at = tree.feature.length;
    const split = depth === 0 ? null : bestSplit(growth, rows);
    tree.feature.push(split?.feature ?? -1);
    tree.threshold.push(split?.threshold ?? 0);
    tree.value.push(split === null ? round(growth.options.rate * stepOf(growth, rows)) : 0);
    tree.left.push(0);
    tree.right.push(0);
    if (split !== null) {
      const isLeft = (row: number): boolean => featureOf(growth, row, split.feature) <= split.threshold;
      tree.left[at] = grow(rows.filter(isLeft), depth - 1);
      tree.right[at] = grow(
        rows.filter((row) => !isLeft(row)),
        depth - 1,
      );
    }
    return at;
  };
  grow(sample, growth.options.depth);
  return tree;
}

function featureOf({ examples }: Growth, row: number, feature: number): number {
  return examples[row]?.features[feature] ?? 0;
}

/** Newton step of a leaf. */
function stepOf({ slopes, options }: Growth, rows: readonly number[]): number {
  const [gradient, curvature] = totals(slopes, rows);
  return gradient / (curvature + options.ridge);
}

function totals({ gradient, curvature }: Slopes, rows: readonly number[]): [number, number] {
  let first = 0;
  let second = 0;
  for (const row of rows) {
    first += gradient[row] ?? 0;
    second += curvature[row] ?? 0;
  }
  return [first, second];
}

interface Split {
  readonly feature: number;
  readonly threshold: number;
  readonly gain: number;
}

function bestSplit(growth: Growth, rows: readonly number[]): Split | null {
  const all = totals(growth.slopes, rows);
  let best: Split | null = null;
  for (const feature of growth.columns) {
    const split = bestThreshold(growth, rows, feature, all);
    if (split !== null && split.gain > (best?.gain ?? 1e-6)) best = split;
  }
  return best;
}

/** Best place to part the rows by one feature: half way between two neighbouring values. */
function bestThreshold(
  growth: Growth,
  rows: readonly number[],
  feature: number,
  [sum, weight]: [number, number],
): Split | null {
  const { slopes, options } = growth;
  const sorted = rows.map((row) => ({ row, value: featureOf(growth, row, feature) })).sort((a, b) => a.value - b.value);
  const worth = (gradient: number, curvature: number): number => gradient ** 2 / (curvature + options.ridge);
  let best: Split | null = null;
  let [left, leftWeight] = [0, 0];
  for (let at = 0; at < sorted.length - 1; at += 1) {
    const { row, value } = sorted[at] ?? { row: 0, value: 0 };
    left += slopes.gradient[row] ?? 0;
    leftWeight += slopes.curvature[row] ?? 0;
    const next = sorted[at + 1]?.value ?? value;
    if (next === value || at + 1 < LEAST || sorted.length - at - 1 < LEAST) continue;
    const gain = worth(left, leftWeight) + worth(sum - left, weight - leftWeight) - worth(sum, weight);
    if (gain > (best?.gain ?? 0)) best = { feature, threshold: round((value + next) / 2), gain };
  }
  return best;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
