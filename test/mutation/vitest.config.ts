import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The tests of the one package that `mutate.ts` names; others reach it by its name and would never meet a mutant. */
const name = process.env['MUTATED_PACKAGE'] ?? 'domain';
/** Packages whose tests need a database. */
const LEDGER = ['casework'];

/** The run of a mutant ends with the first test that fails: the tests beside the sources cost little, those in test/ cost seconds. */
class CheapFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = ({ moduleId }: TestSpecification) => Number(moduleId.includes('/test/'));
    return files.toSorted((one, other) => cost(one) - cost(other) || one.moduleId.localeCompare(other.moduleId));
  }
}

export default defineConfig({
  test: {
    // Loading the libraries anew for each file would cost more than the tests do; the mutant is chosen while running.
    isolate: false,
    sequence: { sequencer: CheapFirst },
    include: [`packages/${name}/src/**/*.test.ts`, `packages/${name}/test/**/*.test.ts`],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['packages/testkit/src/no-network.ts'],
    ...(LEDGER.includes(name) ? { globalSetup: ['packages/testkit/src/cluster-setup.ts'] } : {}),
  },
});
