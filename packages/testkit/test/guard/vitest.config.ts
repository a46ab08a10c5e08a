import { defineConfig } from 'vitest/config';

/** Runs the reaching test alone, under the guard that every test of the project has. */
export default defineConfig({
  test: { root: import.meta.dirname, include: ['*.reach.ts'], setupFiles: ['../../src/no-network.ts'] },
});
