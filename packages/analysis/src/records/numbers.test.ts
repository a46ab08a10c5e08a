import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFigures } from '../figures/compare.ts';
import { type Figure, findFigures } from '../figures/figure.ts';
import { createNumberIndex } from './numbers.ts';

const HEDGES = ['', 'hơn ', 'gần ', 'khoảng ', 'dưới ', 'hàng '] as const;
const SCALES = ['', ' nghìn', ' triệu', ' tỷ'] as const;
const UNITS = ['', ' người', ' ca mắc', ' ha', ' km', ' tấn', ' đồng', ' USD', '%', ' vụ'] as const;

/** Figures as a sentence writes them. */
const figures = fc
  .tuple(
    fc.constantFrom(...HEDGES),
    fc.oneof(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 100, max: 9_999 })),
    fc.constantFrom(...SCALES),
    fc.constantFrom(...UNITS),
  )
  .map(([hedge, value, scale, unit]) => findFigures(`Có ${hedge}${value}${scale}${unit}`, 'vi')[0])
  .filter((figure) => figure !== undefined);

describe('an index of numbers', () => {
  it('finds every official figure that a stated one agrees with', () => {
    fc.assert(
      fc.property(fc.array(figures, { minLength: 1, maxLength: 60 }), figures, (officials, stated) => {
        const found = new Set(createNumberIndex(officials.map((one) => [one, one] as const)).near(stated));
        const missed = officials.filter((one) => compareFigures(stated, one) === 'agrees' && !found.has(one));
        expect(missed).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves the others alone', () => {
    const officials: Figure[] = Array.from({ length: 1_000 }, (_, at) =>
      findFigures(`${10 * (at + 1)} ha`, 'vi'),
    ).flat();
    const [stated] = findFigures('520 ha', 'vi');
    const near =
      stated === undefined ? [] : createNumberIndex(officials.map((one) => [one, one] as const)).near(stated);
    expect([officials.length, near.length > 0, near.length < 120]).toEqual([1_000, true, true]);
  });
});
