// What `npm test` runs once everything is installed. `--strict`: nothing may be skipped.
import { parseArgs } from 'node:util';
import { type Outcome, runProgram, total } from './check/outcome.ts';
import { runTests } from './check/vitest.ts';
import { missingTools } from './system-tools.mjs';

const { values } = parseArgs({ options: { strict: { type: 'boolean', default: false } } });

const outcomes: Outcome[] = [
  runProgram('kiểm tra kiểu', 'typescript/bin/tsc', ['-p', 'tsconfig.json', '--noEmit']),
  runProgram('quy tắc mã nguồn', '@biomejs/biome/bin/biome', ['check', '.']),
  runProgram('quy tắc phụ thuộc', 'dependency-cruiser/bin/dependency-cruiser.mjs', [
    '--config',
    '.dependency-cruiser.mjs',
    'packages',
    'services',
    'infra',
    'test',
  ]),
  runProgram('mã không dùng', 'knip/bin/knip.js', ['--no-config-hints']),
  ...runTests(),
];

const sum = total(outcomes);
for (const { name, detail, failed } of outcomes) if (failed > 0) process.stdout.write(`\nHỎNG: ${name}\n${detail}\n`);
for (const { package: name, program } of missingTools())
  process.stdout.write(`Bỏ qua phần cần ${program}: hãy cài ${name}.\n`);
for (const { name, skippedNames } of outcomes)
  for (const test of skippedNames) process.stdout.write(`Bỏ qua (${name}): ${test}\n`);
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`);
if (values.strict && sum.skipped > 0) process.stdout.write('Chế độ nghiêm ngặt: không phần nào được bỏ qua.\n');
process.exitCode = sum.failed > 0 || sum.passed === 0 || (values.strict && sum.skipped > 0) ? 1 : 0;
