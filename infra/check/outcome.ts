import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What one step of the check came to. */
export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skippedNames: readonly string[];
  /** What the step printed, shown when it failed. */
  readonly detail: string;
}

export const ROOT = join(import.meta.dirname, '..', '..');

/** Runs a program of node_modules on the pinned Node; it passes when it exits with 0. */
export function runProgram(name: string, path: string, args: readonly string[]): Outcome {
  const started = performance.now();
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules', path), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const passed = run.status === 0;
  process.stdout.write(`${passed ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
  const detail = `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`;
  return { name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skippedNames: [], detail };
}

export function total(outcomes: readonly Outcome[]): { passed: number; failed: number; skipped: number } {
  return {
    passed: outcomes.reduce((sum, outcome) => sum + outcome.passed, 0),
    failed: outcomes.reduce((sum, outcome) => sum + outcome.failed, 0),
    skipped: outcomes.reduce((sum, outcome) => sum + outcome.skippedNames.length, 0),
  };
}
