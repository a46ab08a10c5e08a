import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { VERIFY_LABELS, verify } from '@lamro/analysis';
import { z } from 'zod';
import { type LabelScores, refutedCurve, scoreLabels, type VerifyOutcome } from './verify-score.ts';

const SET = new URL('verify-set/news.ndjson', import.meta.url);
const rowSchema = z.object({ id: z.string(), claim: z.string(), passage: z.string(), label: z.enum(VERIFY_LABELS) });

/** Least figures of `verify` on our own set of claims; CI keeps them. */
export const VERIFY_FLOORS = { macroF1: 0.78, refutedPrecision: 0.75, refutedRecall: 0.7 };

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
  const usable = refutedCurve(outcomes).filter(({ precision }) => precision >= VERIFY_FLOORS.refutedPrecision);
  return {
    set: 'verify-set',
    hash: createHash('sha256').update(text).digest('hex').slice(0, 12),
    rows: rows.length,
    ...scoreLabels(outcomes),
    refutedRecall: Math.max(0, ...usable.map(({ recall }) => recall)),
    wrong: judged.filter(({ row, answer }) => row.label !== answer.label).map(({ row }) => row.id),
  };
}

/** Whether a report keeps the floors. */
export function keepsVerifyFloors(report: VerifyReport): boolean {
  return report.macroF1 >= VERIFY_FLOORS.macroF1 && report.refutedRecall >= VERIFY_FLOORS.refutedRecall;
}

if (process.argv[1] === import.meta.filename) {
  const report = evaluateVerify();
  console.log(JSON.stringify(report));
  process.exitCode = keepsVerifyFloors(report) ? 0 : 1;
}
