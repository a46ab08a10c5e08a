import { writeFileSync } from 'node:fs';
import { fitVerify } from '@lamro/analysis';
import { crossValidate, readExamples } from './verify-cross.ts';

/**
 * Fits the weights of `verify` on labelled pairs that stay where they are: no row is written anywhere. Prints grouped
 * cross-validation (all claims of one article in one fold) over several seeds and the precision-recall curve of "refuted".
 *
 * node test/eval/verify-train.ts FILE.ndjson [--write]
 */
const WEIGHTS = new URL('../../packages/analysis/data/weights/verify.json', import.meta.url);

const file = process.argv[2];
if (file === undefined) throw new Error('Cần đường dẫn tệp NDJSON gồm url, claim, evidence, label.');
const { examples } = readExamples(file);
const { rows, groups, bySeed, macroF1, labels, curve } = crossValidate(examples);
console.log(`rows ${rows}, groups ${groups}`);
console.log(`macro F1 by seed ${bySeed.map((one) => one.toFixed(4)).join(' ')}, mean ${macroF1.toFixed(4)}`);
console.log(JSON.stringify(labels));
for (const { threshold, precision, recall } of curve) {
  console.log(`threshold ${threshold.toFixed(2)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)}`);
}
if (process.argv.includes('--write')) {
  writeFileSync(WEIGHTS, `${JSON.stringify(fitVerify(examples, 'fit-1'))}\n`);
  console.log(`weights written to ${WEIGHTS.pathname}`);
}
