import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The package that `mutate.ts` names. */
const name = process.env['MUTATED_PACKAGE'] ?? 'domain';
/** Tests outside of the package that work it: they reach it by its name, which stands for the copy that is changed here. */
const WORKED_BY: Readonly<Record<string, readonly string[]>> = {
  casework: [
    'test/e2e/casework/*.test.ts',
    'services/api/src/routes/**/*.test.ts',
    'services/classifier/src/{weights,judge-anew}.test.ts',
    'packages/desk/test/translation.test.ts',
  ],
};
/** Thousands of commands at once, at random or without sense: seconds to minutes for each mutant. */
const AT_LENGTH = ['crowd', 'sequences', 'hostile'].map((file) => `test/e2e/casework/${file}.test.ts`);
/** Packages whose tests need a database. */
const LEDGER = ['casework'];

/** The run of a mutant ends with the first test that fails: the tests beside the sources cost little, those in test/ cost seconds. */
class CheapFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = ({ moduleId }: TestSpecification) => Number(moduleId.includes('/test/'));
    return files.toSorted((one, other) => cost(one) - cost(other) || one.moduleId.localeCompare(other.moduleId));
  }
}

/** One province without a leader's approval and one with it: a mutant that survives runs every test that comes by. */
const twoProvinces: Plugin = {
  name: 'two-provinces',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/whole-cases.test.ts')
      ? code.replace('[...PROFILE_IDS]', "['hai-phong', 'thai-binh'] as const")
      : null,
};

export default defineConfig({
  resolve: { alias: { [`@lamro/${name}`]: resolve(`packages/${name}/src/index.ts`) } },
  plugins: [twoProvinces],
  test: {
    // Loading the libraries anew for each file would cost more than the tests do; the mutant is chosen while running.
    isolate: false,
    sequence: { sequencer: CheapFirst },
    include: [`packages/${name}/src/**/*.test.ts`, `packages/${name}/test/**/*.test.ts`, ...(WORKED_BY[name] ?? [])],
    exclude: ['**/node_modules/**', ...AT_LENGTH],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['packages/testkit/src/no-network.ts'],
    ...(LEDGER.includes(name) ? { globalSetup: ['packages/testkit/src/cluster-setup.ts'] } : {}),
  },
});
