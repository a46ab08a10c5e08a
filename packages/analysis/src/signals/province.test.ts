import { describe, expect, it } from 'vitest';
import { isOfOther } from './province.ts';

describe('isOfOther', () => {
  const sentence = { start: 0, end: 100 };
  it('gives a figure to the province named before it', () => {
    const own = [{ start: 0, end: 8 }];
    const others = [{ start: 50, end: 58 }];
    expect(isOfOther(own, others, sentence, 20)).toBe(false);
    expect(isOfOther(own, others, sentence, 70)).toBe(true);
  });

  it('gives it to the first one named where none stands before it', () => {
    expect(isOfOther([], [{ start: 40, end: 48 }], sentence, 10)).toBe(true);
    expect(isOfOther([{ start: 30, end: 38 }], [{ start: 40, end: 48 }], sentence, 10)).toBe(false);
  });

  it('says nothing where no other province is named', () => {
    expect(isOfOther([], [{ start: 140, end: 148 }], sentence, 10)).toBe(false);
  });
});
