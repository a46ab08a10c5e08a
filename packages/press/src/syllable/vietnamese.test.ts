import { describe, expect, test } from 'vitest';
import { fold, isFoldedSyllable, isSyllable } from './vietnamese.ts';

describe('Vietnamese syllables', () => {
  test.each('nghiêng quốc gì giếng khuỷu yêu ướt đường Huế thuở oan xoong quyền ăn ở'.split(' '))(
    '%s is one',
    (word) => {
      expect(isSyllable(word)).toBe(true);
    },
  );

  test.each('strong cách̀ bàtr ngex zoo wifi côte niño Straße hàc'.split(' '))('%s is none', (word) => {
    expect(isSyllable(word)).toBe(false);
  });

  test('a decomposed syllable is the same syllable', () => {
    expect(isSyllable('tiếng'.normalize('NFD'))).toBe(true);
  });

  test('without diacritics it may still be one', () => {
    expect(isFoldedSyllable('duong')).toBe(true);
    expect(isFoldedSyllable('street')).toBe(false);
    expect(fold('Đường Thái Bình')).toBe('duong thai binh');
  });
});
