import { expect, test } from 'vitest';
import { PARTS } from '../../../test/eval/eval.ts';
import { belowFloors, loadFloors } from '../../../test/eval/floors.ts';

test.each(['extraction', 'language'] as const)('%s keeps the floors on our own set', (part) => {
  const figures = PARTS[part]();
  const floors = loadFloors().filter(({ set }) => set.startsWith(part));
  const measured = new Set(figures.map(({ set }) => set));
  expect(floors.filter(({ set }) => !measured.has(set) && !set.includes('public'))).toEqual([]);
  expect(belowFloors(figures, floors)).toEqual([]);
});
