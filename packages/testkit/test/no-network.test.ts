import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

it('fails a test that reaches beyond loopback, and no other', () => {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const config = join(import.meta.dirname, 'guard', 'vitest.config.ts');
  const run = spawnSync(process.execPath, [vitest, 'run', '--config', config, '--reporter=verbose', '--no-color'], {
    encoding: 'utf8',
  });
  expect(run.status).toBe(1);
  expect(run.stdout).toMatch(/✓ reaching\.reach\.ts > stays on loopback/);
  expect(run.stdout).toMatch(/× reaching\.reach\.ts > reaches beyond it/);
  expect(`${run.stdout}${run.stderr}`).toMatch(/the test reached beyond loopback/);
});
