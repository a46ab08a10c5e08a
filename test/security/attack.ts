// Runs the whole of test/security and prints what was tried and what held: `pnpm attack`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..', '..');
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          meta: z.object({ attack: z.object({ noun: z.string(), tried: z.number() }).optional() }).default({}),
        }),
      ),
    }),
  ),
});

/** Runs a program with our own output. @returns its exit code */
async function run(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

const folder = mkdtempSync(join(tmpdir(), 'lamro-attack-'));
const file = join(folder, 'report.json');
const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
const args = [
  'run',
  '--mode',
  'whole',
  '--testTimeout=1800000',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
];
const code = await run(process.execPath, [vitest, ...args, 'test/security', 'packages/fetching/test', 'test/corpus']);
const report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
rmSync(folder, { recursive: true, force: true });

const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
const nouns = Map.groupBy(
  tests.flatMap(({ meta }) => (meta.attack === undefined ? [] : [meta.attack])),
  ({ noun }) => noun,
);
const rows = [...nouns].map(([noun, told]) => ({ noun, tried: told.reduce((sum, { tried }) => sum + tried, 0) }));
const width = Math.max(...rows.map(({ noun }) => noun.length));
process.stdout.write('\nĐã thử và giữ được:\n');
for (const { noun, tried } of rows) process.stdout.write(`  ${noun.padEnd(width)}  ${String(tried).padStart(6)}\n`);
process.stdout.write(
  `  ${'Tổng cộng'.padEnd(width)}  ${String(rows.reduce((sum, { tried }) => sum + tried, 0)).padStart(6)}\n`,
);
process.stdout.write(`Kiểm thử: ${report.numPassedTests} đạt, ${report.numFailedTests} không đạt\n`);
for (const { fullName, status } of tests)
  if (status === 'failed') process.stdout.write(`  không giữ được: ${fullName}\n`);

process.stdout.write('\nKiểm tra gói phụ thuộc (cần mạng):\n');
const audit = await run('npx', ['--yes', 'pnpm', 'audit', '--prod', '--audit-level', 'high']);
if (audit !== 0) process.stdout.write('Có lỗ hổng mức cao, hoặc không hỏi được kho gói: xem các dòng trên.\n');
process.exitCode = code === 0 && audit === 0 ? 0 : 1;
