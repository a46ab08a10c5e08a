import { z } from 'zod';
import treesFile from '../../data/weights/conflict.json' with { type: 'json' };
import { type BoostedTrees, boostedTreesSchema } from '../boosting/trees.ts';
import { CONFLICT_FEATURES } from './features.ts';
import { FIGURE_FEATURES } from './figures.ts';

/**
 * Trees for sentences beside statements and clarifications, for sentences beside the words of records of figures, and for figures beside
 * official ones.
 */
export interface ConflictTrees {
  readonly sentences: BoostedTrees;
  readonly reports: BoostedTrees;
  readonly figures: BoostedTrees;
}

/**
 * The trees that ship, fitted by test/eval/conflict-train.ts on the labelled sets that are open for development (docs/decisions/0199).
 *
 * @throws Error when they were fitted on other features than those of this version
 */
export const CONFLICT_TREES: ConflictTrees = readTrees(treesFile);

function readTrees(file: unknown): ConflictTrees {
  const trees = z
    .strictObject({ sentences: boostedTreesSchema, reports: boostedTreesSchema, figures: boostedTreesSchema })
    .parse(file);
  const fits =
    trees.sentences.features.join() === CONFLICT_FEATURES.join() &&
    trees.reports.features.join() === CONFLICT_FEATURES.join() &&
    trees.figures.features.join() === FIGURE_FEATURES.join();
  if (!fits)
    throw new Error(
      'data/weights/conflict.json được học trên bộ đặc trưng khác; hãy chạy lại node test/eval/conflict-train.ts --write.',
    );
  return trees;
}
