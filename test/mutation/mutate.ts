// `pnpm mutate [PACKAGE …]`: changes one thing at a time in the sources and sees whether the tests notice; see docs/mutation.md.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

const PACKAGES = ['domain', 'profiles', 'fetching', 'casework'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'test-output/mutation' },
    only: { type: 'string', multiple: true },
    'without-static': { type: 'boolean', default: false },
    'one-in': { type: 'string', default: '1' },
    share: { type: 'string', default: '0' },
    workers: { type: 'string', default: '1' },
  },
});
const unknown = positionals.filter((name) => !PACKAGES.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No such package to mutate: ${unknown.join(', ')}; there are: ${PACKAGES.join(', ')}\n`);
  process.exit(2);
}
for (const name of positionals.length > 0 ? positionals : PACKAGES) {
  mkdirSync(values.out, { recursive: true });
  process.env['MUTATED_PACKAGE'] = name;
  process.env['MUTATION_ONE_IN'] = values['one-in'];
  process.env['MUTATION_SHARE'] = values.share;
  await new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', join(import.meta.dirname, 'sample.ts')],
    checkers: values['one-in'] === '1' ? [] : ['sample'],
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: true },
    mutate: [...(values.only ?? [`packages/${name}/src/**/*.ts`]), `!packages/${name}/src/**/*.test.ts`],
    ignorePatterns: ['/test-output', '/data'],
    concurrency: Number(values.workers),
    // Constants at the top of a file need the whole test environment anew, each.
    ignoreStatic: values['without-static'],
    reporters: ['json', 'clear-text', 'progress-append-only'],
    clearTextReporter: { logTests: false, allowColor: false, reportTests: false },
    jsonReporter: { fileName: join(values.out, `${name}.json`) },
    tempDirName: join(values.out, 'sandbox'),
    // TypeScript 7 has no compiler interface, which rewriting a tsconfig would need; nothing here is compiled.
    tsconfigFile: 'none.json',
    disableTypeChecks: false,
    allowEmpty: false,
  }).runMutationTest();
}
