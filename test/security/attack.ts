// Runs the whole of test/security on both backends and prints what was tried and what held: `pnpm attack [postgres|redis]`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { auditDependencies } from './audit.ts';
import { addUp, type Round, writeTable } from './table.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BACKENDS = ['postgres', 'redis'] as const;
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
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

/** Tests that attack a system at work, with its queue: they open one, or go by the backend. The others would do the same twice. */
function testsOfSystems(): readonly string[] {
  return globSync('test/security/*.test.ts', { cwd: ROOT }).filter((file) =>
    /\b(openFortress|BACKENDS)\b/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
}

/** Runs the tests of one backend with our own output. */
async function attack(backend: (typeof BACKENDS)[number], files: readonly string[]): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'lamro-attack-'));
  const file = join(folder, 'report.json');
  const settings = ['--mode', `whole-${backend}`, '--testTimeout=1800000', '--hookTimeout=1800000'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const began = performance.now();
  const child = spawn(process.execPath, [vitest, 'run', ...settings, ...reporters, ...files], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  const report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  rmSync(folder, { recursive: true, force: true });
  const systems = new Set(testsOfSystems().map((path) => basename(path)));
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, system: systems.has(basename(name)) })),
  );
  return {
    backend,
    seconds: (performance.now() - began) / 1_000,
    passed: report.numPassedTests,
    // A run that broke off before its tests is one that failed.
    failed: Math.max(report.numFailedTests, code === 0 ? 0 : 1),
    fell: tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    told: tests.flatMap(({ meta, system }) => (meta.attack === undefined ? [] : [{ ...meta.attack, system }])),
  };
}

const { positionals } = parseArgs({ allowPositionals: true });
const wanted = BACKENDS.filter((backend) => positionals.length === 0 || positionals.includes(backend));
const rounds: Round[] = [];
for (const backend of wanted)
  rounds.push(
    await attack(
      backend,
      backend === wanted[0] ? ['test/security', 'packages/fetching/test', 'test/corpus'] : testsOfSystems(),
    ),
  );

process.stdout.write('\nĐã thử và giữ được:\n');
process.stdout.write(writeTable(addUp(rounds), wanted));
for (const { backend, passed, failed, fell, seconds } of rounds) {
  process.stdout.write(`${backend}: ${passed} kiểm thử đạt, ${failed} không đạt, ${Math.round(seconds)} giây\n`);
  for (const name of fell) process.stdout.write(`  không giữ được: ${name}\n`);
}

const audit = await auditDependencies();
process.stdout.write(`\nĐiểm yếu đã biết của gói phụ thuộc: `);
if (audit.kind === 'clean') process.stdout.write(`kho gói không biết điểm yếu nặng nào của ${audit.packages} gói\n`);
if (audit.kind === 'found') process.stdout.write(`\n${audit.weaknesses.map((line) => `  ${line}\n`).join('')}`);
if (audit.kind === 'not-asked')
  process.stdout.write(`KHÔNG HỎI ĐƯỢC (${audit.why}). Hãy chạy lại ở nơi tới được kho gói.\n`);

const held = rounds.every(({ failed, passed }) => failed === 0 && passed > 0);
// Not knowing is not the same as knowing of nothing.
process.exitCode = !held || audit.kind === 'found' ? 1 : audit.kind === 'not-asked' ? 2 : 0;
