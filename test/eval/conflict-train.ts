import { writeFileSync } from 'node:fs';
import { crossValidate, fitConflict, readExamples } from './conflict-cross.ts';

/**
 * Prints how the judging does on each labelled set that is open for development with trees of conflict that were fitted on the others; with
 * `--write` fits them on all of these sets instead and keeps what ships.
 *
 * node test/eval/conflict-train.ts [--write]
 */
const TREES = new URL('../../packages/analysis/data/weights/conflict.json', import.meta.url);

const examples = readExamples();
if (!process.argv.includes('--write')) {
  for (const scores of crossValidate(examples)) console.log(JSON.stringify(scores));
} else {
  writeFileSync(TREES, `${JSON.stringify(fitConflict([...examples.values()], 'fit-2'))}\n`);
  console.log(`trees written to ${TREES.pathname}`);
}
