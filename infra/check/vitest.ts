import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Outcome, ROOT } from './outcome.ts';

const reportSchema = z.object({
  numTotalTests: z.number(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** Runs every test once and counts each one's fate. */
export function runTests(): Outcome[] {
  const file = join(ROOT, 'test-output', 'vitest.json');
  mkdirSync(join(ROOT, 'test-output'), { recursive: true });
  rmSync(file, { force: true });
  const program = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [program, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const run = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (!existsSync(file))
    return [
      {
        name: 'kiểm thử',
        passed: 0,
        failed: 1,
        skippedNames: [],
        detail: `vitest kết thúc với mã ${run.status} và không để lại báo cáo`,
      },
    ];
  const report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const outcomes = report.testResults.map((result): Outcome => {
    const of = (...statuses: string[]) => result.assertionResults.filter((test) => statuses.includes(test.status));
    const failed = of('failed');
    // A file that breaks before its first test has no failed test, yet it failed.
    const broken = result.status === 'failed' && failed.length === 0;
    return {
      name: result.name.replace(`${ROOT}/`, ''),
      passed: of('passed').length,
      failed: failed.length + (broken ? 1 : 0),
      skippedNames: of('pending', 'skipped', 'todo', 'disabled').map((test) => test.fullName),
      detail: broken
        ? result.message
        : failed.map((test) => `${test.fullName}\n${test.failureMessages?.join('\n') ?? ''}`).join('\n'),
    };
  });
  const unexplained = run.status !== 0 && outcomes.every((outcome) => outcome.failed === 0);
  if (unexplained)
    outcomes.push({
      name: 'kiểm thử',
      passed: 0,
      failed: 1,
      skippedNames: [],
      detail: `vitest kết thúc với mã ${run.status}`,
    });
  return outcomes;
}
