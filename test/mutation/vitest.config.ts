import { defineConfig } from 'vitest/config';

/** The tests of the one package that `mutate.ts` names; others reach it by its name and would never meet a mutant. */
const name = process.env['MUTATED_PACKAGE'] ?? 'domain';
/** Packages whose tests need a database. */
const LEDGER = ['casework'];

export default defineConfig({
  test: {
    include: [`packages/${name}/src/**/*.test.ts`, `packages/${name}/test/**/*.test.ts`],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['packages/testkit/src/no-network.ts'],
    ...(LEDGER.includes(name) ? { globalSetup: ['packages/testkit/src/cluster-setup.ts'] } : {}),
  },
});
