import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLibrary } from '../manuscript/library.ts';
import { readFigures } from './figure.ts';

const table = 'a = 2.64e9\na.wrong = a * 1.42\nfew = 3\nb = 40 max 95\nsum = few + few\nrest = sum - few\n';

describe('readFigures', () => {
  it('keeps the written values without a seed and rounds what rests on them alike', () => {
    expect(Object.fromEntries(readFigures(table, undefined))).toEqual({
      a: 2.64e9,
      'a.wrong': 3.75e9,
      few: 3,
      b: 40,
      sum: 6,
      rest: 3,
    });
  });

  it('moves every written value by a seed and lets the rest follow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const value = (key: string) => readFigures(table, seed).get(key) ?? Number.NaN;
        expect(value('a')).not.toBe(2.64e9);
        expect(value('a.wrong') / value('a')).toBeCloseTo(1.42, 1);
        expect(Number.isInteger(value('few')) && value('few') > 3).toBe(true);
        expect(value('b')).toBeLessThanOrEqual(95);
        expect(value('rest')).toBe(value('few'));
      }),
    );
  });

  it.each([
    ['a', 'not "key = value"'],
    ['a = b * 2', 'unknown'],
    ['a = 1\na = 2', 'twice'],
  ])('refuses %j', (text, reason) => {
    expect(() => readFigures(text, undefined)).toThrow(reason);
  });
});

it('keeps every wrong figure of the manuscripts at least an eighth away from the right one, under any seed', () => {
  const tables = readLibrary().map((shelf) => shelf.figures);
  const wrong = tables.flatMap((text) =>
    [...text.matchAll(/^(\S*(?:wrong|low)) = (\S+) \*/gm)].map((match) => [text, match] as const),
  );
  expect(wrong.length).toBeGreaterThan(30);
  for (const seed of [undefined, ...Array.from({ length: 20 }, (_, index) => index + 1)]) {
    for (const [text, [, key = '', base = '']] of wrong) {
      const values = readFigures(text, seed);
      expect(Math.abs((values.get(key) ?? 0) / (values.get(base) ?? 1) - 1), `${key}, seed ${seed}`).toBeGreaterThan(
        0.125,
      );
    }
  }
});
