import { z } from 'zod';

/**
 * A regression tree as flat lists: node `at` asks whether feature `feature[at]` is at most `threshold[at]` and goes to `left[at]` or
 * `right[at]`; where `feature[at]` is -1 it is a leaf with `value[at]`.
 */
const treeSchema = z.object({
  feature: z.array(z.int()),
  threshold: z.array(z.number()),
  left: z.array(z.int()),
  right: z.array(z.int()),
  value: z.array(z.number()),
});
export type Tree = z.infer<typeof treeSchema>;

/** Boosted trees for a yes or no: the leaves of all trees added to `bias` are log-odds. */
export const boostedTreesSchema = z.object({
  version: z.string().min(1),
  /** Names of the features, in the order of a row. */
  features: z.array(z.string().min(1)).min(1),
  bias: z.number(),
  trees: z.array(treeSchema),
});
export type BoostedTrees = z.infer<typeof boostedTreesSchema>;

/** Nodes of all trees one after the other, as they are gone through: a row asks some thousand of them. */
interface Grove {
  /** First node of each tree. */
  readonly roots: Int32Array;
  /** -1 where the node is a leaf. */
  readonly feature: Int16Array;
  /** What the feature is asked to be at most; of a leaf, what it adds. */
  readonly value: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

const groves = new WeakMap<readonly Tree[], Grove>();

function groveOf(trees: readonly Tree[]): Grove {
  const known = groves.get(trees);
  if (known !== undefined) return known;
  let nodes = 0;
  const starts = trees.map(({ feature }) => {
    nodes += feature.length;
    return nodes - feature.length;
  });
  const isLeaf = ({ feature }: Tree, at: number): boolean => (feature[at] ?? -1) < 0;
  const numberOf = (tree: Tree, at: number): number => (isLeaf(tree, at) ? tree.value[at] : tree.threshold[at]) ?? 0;
  const grove = {
    roots: Int32Array.from(starts),
    feature: Int16Array.from(trees.flatMap(({ feature }) => feature)),
    value: Float64Array.from(trees.flatMap((tree) => tree.feature.map((_, at) => numberOf(tree, at)))),
    left: Int32Array.from(trees.flatMap(({ left }, tree) => left.map((node) => node + (starts[tree] ?? 0)))),
    right: Int32Array.from(trees.flatMap(({ right }, tree) => right.map((node) => node + (starts[tree] ?? 0)))),
  };
  groves.set(trees, grove);
  return grove;
}

/** Probability, 0 to 1, that a row of features is a yes. */
export function probabilityOf(row: readonly number[], { bias, trees }: Pick<BoostedTrees, 'bias' | 'trees'>): number {
  const { roots, feature, value, left, right } = groveOf(trees);
  const asked = Float64Array.from(row);
  let sum = bias;
  for (const root of roots) {
    let at = root;
    for (let of = feature[at] ?? -1; of >= 0; of = feature[at] ?? -1)
      at = ((asked[of] ?? 0) <= (value[at] ?? 0) ? left[at] : right[at]) ?? at;
    sum += value[at] ?? 0;
  }
  return 1 / (1 + Math.exp(-sum));
}

/** What a tree adds to a row. */
export function leafOf(row: readonly number[], tree: Tree): number {
  let at = 0;
  for (;;) {
    const feature = tree.feature[at] ?? -1;
    if (feature < 0) return tree.value[at] ?? 0;
    at = ((row[feature] ?? 0) <= (tree.threshold[at] ?? 0) ? tree.left[at] : tree.right[at]) ?? at;
  }
}
