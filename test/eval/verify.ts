import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { VERIFY_LABELS, verify } from '@lamro/analysis';
import { z } from 'zod';
import { type LabelScores, refutedCurve, scoreLabels, type VerifyOutcome } from './verify-score.ts';

const SET = new URL('verify-set/news.ndjson', import.meta.url);
const rowSchema = z.object({ id: z.string(), claim: z.string(), passage: z.string(), label: z.enum(VERIFY_LABELS) });

/** Precision from which on a threshold for "refuted" is of use. */
export const REFUTED_PRECISION = 0.75;

export interface VerifyReport {
  readonly set: string;
  /** SHA-256 of the set, first 12 digits. */
  readonly hash: string;
  readonly rows: number;
  readonly macroF1: number;
  readonly labels: Readonly<Record<string, LabelScores>>;
  /** Highest recall of "refuted" at a precision of 0.75 or more. */
  readonly refutedRecall: number;
  readonly wrong: readonly string[];
}

/** Measures `verify` on the claims that we wrote ourselves (test/eval/verify-set). */
export function evaluateVerify(): VerifyReport {
  const text = readFileSync(SET, 'utf8');
  const rows = text
    .split('\n')
    .filter(Boolean)
    .map((line) => rowSchema.parse(JSON.parse(line)));
  const judged = rows.map((row) => ({ row, answer: verify(row) }));
  const outcomes: VerifyOutcome[] = judged.map(({ row, answer }) => ({
    gold: row.label,
    label: answer.label,
    refuted: answer.probabilities.refuted,
  }));
  const usable = refutedCurve(outcomes).filter(({ precision }) => precision >= REFUTED_PRECISION);
  return {
    set: 'verify-set',
    hash: createHash('sha256').update(text).digest('hex').slice(0, 12),
    rows: rows.length,
    ...scoreLabels(outcomes),
    refutedRecall: Math.max(0, ...usable.map(({ recall }) => recall)),
    wrong: judged.filter(({ row, answer }) => row.label !== answer.label).map(({ row }) => row.id),
  };
}

if (process.argv[1] === import.meta.filename) {
  console.log(JSON.stringify(evaluateVerify()));
}
