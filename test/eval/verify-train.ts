import { readFileSync, writeFileSync } from 'node:fs';
import { compareTexts, fitVerify, predictVerify, VERIFY_LABELS } from '@lamro/analysis';
import { z } from 'zod';
import { refutedCurve, scoreLabels, type VerifyOutcome } from './verify-score.ts';

/**
 * Fits the weights of `verify` on labelled pairs that stay where they are: no row is written anywhere. Prints grouped
 * cross-validation (all claims of one article in one fold) over several seeds and the precision-recall curve of "refuted".
 *
 * node test/eval/verify-train.ts FILE.ndjson [--write]
 */
const rowSchema = z.object({ url: z.string(), claim: z.string(), evidence: z.string(), label: z.enum(VERIFY_LABELS) });

const FOLDS = 5;
const SEEDS = [1, 2, 3, 4, 5];
const WEIGHTS = new URL('../../packages/analysis/data/weights/verify.json', import.meta.url);

const file = process.argv[2];
if (file === undefined) throw new Error('Cần đường dẫn tệp NDJSON gồm url, claim, evidence, label.');
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => rowSchema.parse(JSON.parse(line)));
const examples = rows.map((row) => ({
  group: row.url,
  gold: row.label,
  label: VERIFY_LABELS.indexOf(row.label),
  features: featuresOf(row.claim, row.evidence),
}));

/** Small generator with a seed (mulberry32), so that folds are the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function foldsOf(seed: number): Map<string, number> {
  const next = generator(seed);
  const groups = [...new Set(examples.map(({ group }) => group))].sort().map((group) => ({ group, key: next() }));
  return new Map(groups.sort((a, b) => a.key - b.key).map(({ group }, index) => [group, index % FOLDS]));
}

function featuresOf(claim: string, evidence: string): readonly number[] {
  return compareTexts(claim.normalize('NFC'), evidence.normalize('NFC')).features;
}

function crossValidate(seed: number): VerifyOutcome[] {
  const folds = foldsOf(seed);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const learning = examples.filter(({ group }) => folds.get(group) !== fold);
    const model = fitVerify(learning, 'fold');
    return examples
      .filter(({ group }) => folds.get(group) === fold)
      .map(({ features, gold }) => {
        const probabilities = predictVerify(features, model);
        const best = probabilities.indexOf(Math.max(...probabilities));
        return { gold, label: VERIFY_LABELS[best] ?? 'not-enough-information', refuted: probabilities[1] ?? 0 };
      });
  }).flat();
}

const rounds = SEEDS.map(crossValidate);
const scores = rounds.map((outcomes) => scoreLabels(outcomes).macroF1);
const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
console.log(`rows ${rows.length}, groups ${new Set(rows.map(({ url }) => url)).size}`);
console.log(`macro F1 by seed ${scores.map((one) => one.toFixed(4)).join(' ')}, mean ${mean.toFixed(4)}`);
console.log(JSON.stringify(scoreLabels(rounds.flat()).labels));
for (const point of refutedCurve(rounds.flat())) {
  console.log(
    `threshold ${point.threshold.toFixed(2)} precision ${point.precision.toFixed(3)} recall ${point.recall.toFixed(3)}`,
  );
}
if (process.argv.includes('--write')) {
  writeFileSync(WEIGHTS, `${JSON.stringify(fitVerify(examples, 'fit-1'))}\n`);
  console.log(`weights written to ${WEIGHTS.pathname}`);
}
