import { writeFileSync } from 'node:fs';
import { crossValidate, fitConflict, readExamples } from './conflict-cross.ts';

/**
 * Fits the trees of conflict on the labelled sets that are open for development, and prints how the judging does on each of them with
 * trees fitted on the others.
 *
 * node test/eval/conflict-train.ts [--write]
 */
const TREES = new URL('../../packages/analysis/data/weights/conflict.json', import.meta.url);

const examples = readExamples();
for (const scores of crossValidate(examples)) console.log(JSON.stringify(scores));
if (process.argv.includes('--write')) {
  writeFileSync(TREES, `${JSON.stringify(fitConflict([...examples.values()], 'fit-1'))}\n`);
  console.log(`trees written to ${TREES.pathname}`);
}
