import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldText, hasDiacritics, toneForm } from './fold.ts';

describe('foldText', () => {
  it.each([
    ['Hải  Phòng', 'hai phong'],
    ['Hải-Phòng'.normalize('NFD'), 'hai phong'],
    ['ĐÀ LẠT', 'da lat'],
    ['Haïphong', 'haiphong'],
    ['ไฮฟ้อง', 'ไฮฟอง'],
    ['ນໍ້າ', 'ນາ'],
    ['ນ້ຳ', 'ນາ'],
    ['ハイフォン', 'ハイフォン'],
    ['하이퐁'.normalize('NFC'), '하이퐁'],
    ['D’Ran', "d'ran"],
    ['Хайфон', 'хаифон'],
  ])('%s -> %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('leads back to the source span', () => {
    const folded = foldText('Tin: Hải Phòng.'.normalize('NFD'));
    const at = folded.text.indexOf('hai phong');
    expect(folded.source.slice(folded.starts[at], folded.ends[at + 8]).normalize('NFC')).toBe('Hải Phòng');
  });

  it('folds composed and decomposed text alike and keeps spans inside the source', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldText(text);
        expect(folded.starts.length).toBe(folded.text.length);
        for (let at = 0; at < folded.text.length; at += 1) {
          expect(folded.ends[at]).toBeGreaterThan(folded.starts[at] ?? Number.NaN);
          expect(folded.ends[at]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
    expect(fold('Thủy Nguyên'.normalize('NFD'))).toBe(fold('Thủy Nguyên'));
  });
});

describe('toneForm', () => {
  it('forgives the place of the tone mark only', () => {
    expect(toneForm('Hòa Bình')).toBe(toneForm('Hoà Bình'));
    expect(toneForm('Thái Thụy')).toBe(toneForm('Thái Thuỵ'));
    expect(toneForm('hai phòng')).not.toBe(toneForm('Hải Phòng'));
    expect(toneForm('Cao Băng')).not.toBe(toneForm('Cao Bằng'));
  });
});

it('tells text with Vietnamese marks from text without', () => {
  expect([hasDiacritics('Hai Phong'), hasDiacritics('Đa'), hasDiacritics('Hải')]).toEqual([false, true, true]);
});
