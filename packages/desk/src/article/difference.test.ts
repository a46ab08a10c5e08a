import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference } from './difference.ts';

const write = (before: string, after: string) =>
  difference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`))
    .join('');

describe('difference', () => {
  it.each([
    ['giống nhau', 'giống nhau', 'giống nhau'],
    ['tăng 12 phần trăm', 'tăng 21 phần trăm', 'tăng -12-+21+ phần trăm'],
    ['', 'mới', '+mới+'],
    ['cũ', '', '-cũ-'],
    ['a b c d', 'a c d', 'a -b -c d'],
  ])('from %j to %j', (before, after, written) => {
    expect(write(before, after)).toBe(written);
  });

  it('gives back both texts, whatever they are', () => {
    const words = fc
      .array(fc.constantFrom('một', 'hai', 'ba', '\n', ' '), { maxLength: 40 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = difference(before, after);
        const without = (kind: string) =>
          changes
            .filter((change) => change.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  it('compares very long texts line by line and still gives both back', () => {
    const long = Array.from({ length: 9_000 }, (_, line) => `dòng ${line} của bài`).join('\n');
    const changes = difference(long, long.replace('dòng 4500 ', 'dòng khác '));
    expect(changes.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual(['dòng 4500 của bài\n']);
  });
});
