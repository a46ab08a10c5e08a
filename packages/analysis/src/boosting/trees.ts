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

/** Probability, 0 to 1, that a row of features is a yes. */
export function probabilityOf(row: readonly number[], { bias, trees }: Pick<BoostedTrees, 'bias' | 'trees'>): number {
  return 1 / (1 + Math.exp(-trees.reduce((sum, tree) => sum + leafOf(row, tree), bias)));
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
