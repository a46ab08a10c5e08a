import { expect, it } from 'vitest';
import { systemClock } from './ports.ts';

it('reads the machine’s clock', () => {
  const before = Date.now();
  expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(before);
});
