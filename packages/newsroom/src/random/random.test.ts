import { expect, it } from 'vitest';
import { randomFor } from './random.ts';

it('gives the same sequence for the same seed and purpose, and another for any other', () => {
  const take = (seed: number, purpose: string) => Array.from({ length: 5 }, randomFor(seed, purpose));
  expect(take(7, 'names')).toEqual(take(7, 'names'));
  expect(take(7, 'names')).not.toEqual(take(8, 'names'));
  expect(take(7, 'names')).not.toEqual(take(7, 'outlets'));
  expect(take(7, 'names').every((value) => value >= 0 && value < 1)).toBe(true);
});
