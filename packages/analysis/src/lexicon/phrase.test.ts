import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhrase } from './phrase.ts';

describe('a phrase with open words', () => {
  it.each([
    ['иностранн* инвести', true, 'иностранные инвестиции.', 22],
    ['иностранн* инвести', true, 'не иностранные инвестиции', null],
    ['work* hour', false, 'working hour today', 12],
    ['work* hour', false, 'working hours', null],
    ['a*b', false, 'abab', 4],
  ])('%s (open %s) at the start of "%s" ends at %s', (folded, open, text, end) => {
    expect(createPhrase({ folded, open })(text, 0)).toBe(end);
  });

  it('does not begin inside a word', () => {
    const phrase = createPhrase({ folded: 'work* hour', open: false });
    expect([phrase('his work hour', 4), phrase('homework hour', 4)]).toEqual([13, null]);
  });

  it('refuses to be tried everywhere', () => {
    expect(() => createPhrase({ folded: '*work', open: false })).toThrow('không được bắt đầu bằng dấu *');
  });

  it('ends where a regular expression of the same parts ends', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', ' '), maxLength: 12 });
    const parts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 2 }), {
      minLength: 2,
      maxLength: 3,
    });
    fc.assert(
      fc.property(parts, fc.boolean(), text, (words, open, read) => {
        const source = words.join('[\\p{L}\\p{N}]*') + (open ? '\\p{L}*' : '(?!\\p{L})');
        const pattern = new RegExp(`(?<!\\p{L})${source}`, 'uy');
        const phrase = createPhrase({ folded: words.join('*'), open });
        for (let start = 0; start < read.length; start += 1) {
          pattern.lastIndex = start;
          const match = pattern.exec(read);
          expect(phrase(read, start)).toBe(match === null ? null : start + match[0].length);
        }
      }),
    );
  });
});
