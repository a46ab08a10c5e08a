import { describe, expect, it } from 'vitest';
import { holdsQuote } from './quotation.ts';

const text = 'Theo bài viết, “chỉ tiêu đã giảm 7 phần trăm”\n\nso với năm trước. 关于西沙群岛的报道';

describe('holdsQuote', () => {
  it.each([
    ['as written', 'đã giảm 7 phần trăm', true],
    ['with other spacing, case and quotation marks', '"CHỈ  TIÊU đã giảm 7 phần trăm" so với', true],
    ['with decomposed letters', 'đã giảm 7 phần trăm'.normalize('NFD'), true],
    ['in a script without blanks', '西沙群岛', true],
    ['another figure', 'đã giảm 8 phần trăm', false],
    ['words left out', 'chỉ tiêu giảm 7 phần trăm', false],
    ['no word at all', '“…”', false],
  ])('%s', (_, quote, held) => {
    expect(holdsQuote(text, quote)).toBe(held);
  });
});
