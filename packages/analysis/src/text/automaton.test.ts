import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAutomaton } from './automaton.ts';

it('finds overlapping and nested patterns', () => {
  const find = createAutomaton(['he', 'she', 'hers', '']);
  expect(find('ushers')).toEqual([
    { pattern: 1, start: 1, end: 4 },
    { pattern: 0, start: 2, end: 4 },
    { pattern: 2, start: 2, end: 6 },
  ]);
});

it('finds exactly what a search for each pattern alone finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c') }),
      (patterns, text) => {
        const expected = patterns.flatMap((pattern, number) =>
          [...text].flatMap((_, at) => (text.startsWith(pattern, at) ? [`${number}@${at}`] : [])),
        );
        const found = createAutomaton(patterns)(text).map((hit) => `${hit.pattern}@${hit.start}`);
        expect(found.sort()).toEqual(expected.sort());
      },
    ),
  );
});
