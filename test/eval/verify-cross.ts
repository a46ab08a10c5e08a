import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compareTexts, fitVerify, predictVerify, VERIFY_LABELS } from '@lamro/analysis';
import { z } from 'zod';
import { type CurvePoint, type LabelScores, refutedCurve, scoreLabels, type VerifyOutcome } from './verify-score.ts';

const rowSchema = z.object({ url: z.string(), claim: z.string(), evidence: z.string(), label: z.enum(VERIFY_LABELS) });

const FOLDS = 5;
const SEEDS = [1, 2, 3, 4, 5];

type Gold = (typeof VERIFY_LABELS)[number];

export interface VerifyExample {
  /** Claims of one article share a group and with it a fold. */
  readonly group: string;
  readonly gold: Gold;
  readonly label: number;
  readonly features: readonly number[];
}

export interface CrossScore {
  readonly rows: number;
  readonly groups: number;
  /** Macro F1 by seed of the folds. */
  readonly bySeed: readonly number[];
  readonly macroF1: number;
  readonly labels: Readonly<Record<string, LabelScores>>;
  readonly curve: readonly CurvePoint[];
}

/** Reads labelled pairs of claim and evidence. @throws ZodError when a line is not of its shape */
export function readExamples(file: string): { examples: VerifyExample[]; hash: string } {
  const text = readFileSync(file, 'utf8');
  const examples = text
    .split('\n')
    .filter(Boolean)
    .map((line) => rowSchema.parse(JSON.parse(line)))
    .map((row) => ({
      group: row.url,
      gold: row.label,
      label: VERIFY_LABELS.indexOf(row.label),
      features: compareTexts(row.claim.normalize('NFC'), row.evidence.normalize('NFC')).features,
    }));
  return { examples, hash: createHash('sha256').update(text).digest('hex').slice(0, 12) };
}

/** Grouped cross-validation over several seeds of the folds. */
export function crossValidate(examples: readonly VerifyExample[], seeds: readonly number[] = SEEDS): CrossScore {
  const rounds = seeds.map((seed) => validateOnce(examples, seed));
  const bySeed = rounds.map((outcomes) => scoreLabels(outcomes).macroF1);
  return {
    rows: examples.length,
    groups: new Set(examples.map(({ group }) => group)).size,
    bySeed,
    macroF1: bySeed.reduce((sum, one) => sum + one, 0) / bySeed.length,
    labels: scoreLabels(rounds.flat()).labels,
    curve: refutedCurve(rounds.flat()),
  };
}

function validateOnce(examples: readonly VerifyExample[], seed: number): VerifyOutcome[] {
  const folds = foldsOf(examples, seed);
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

function foldsOf(examples: readonly VerifyExample[], seed: number): Map<string, number> {
  const next = generator(seed);
  const groups = [...new Set(examples.map(({ group }) => group))].sort().map((group) => ({ group, key: next() }));
  return new Map(groups.sort((a, b) => a.key - b.key).map(({ group }, index) => [group, index % FOLDS]));
}

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
