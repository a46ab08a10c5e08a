import { defineConfig } from 'vitest/config';

const PURE = [
  'domain',
  'wording',
  'newsroom',
  'press',
  'analysis',
  'profiles',
  'models',
  'briefing',
  'fetching',
  'archive',
  'delivery',
  'runtime',
];
const limits = { testTimeout: 180_000, hookTimeout: 180_000, setupFiles: ['packages/testkit/src/no-network.ts'] };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: PURE.flatMap((name) => [`packages/${name}/src/**/*.test.ts`, `packages/${name}/test/**/*.test.ts`]),
          ...limits,
        },
      },
      {
        extends: true,
        test: {
          name: 'ledger',
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/*/test/**/*.test.ts',
            'services/*/src/**/*.test.ts',
            'infra/**/*.test.ts',
            'test/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', ...PURE.map((name) => `packages/${name}/**`)],
          globalSetup: ['packages/testkit/src/cluster-setup.ts'],
          ...limits,
        },
      },
    ],
  },
});
