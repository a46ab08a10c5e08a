import { describe, expect, it } from 'vitest';
import { readPropositions } from '../claims/proposition.ts';
import type { OfficialFigure } from './record.ts';
import { isRestOf } from './rest.ts';

function shareIn(language: string, text: string) {
  const [sentence] = readPropositions(text, language, '2026-11-10');
  const figure = sentence?.figures.find(({ percent }) => percent);
  if (sentence === undefined || figure === undefined) throw new Error(`no share in "${text}"`);
  return { sentence, figure };
}

const official: OfficialFigure = {
  ...shareIn('vi', 'Tỷ lệ hộ nông thôn dùng nước sạch đạt quy chuẩn là 61,3%.'),
  indicator: new Set(),
  main: true,
};

describe('what an official share leaves over', () => {
  it.each([
    ['vi', 'Còn 38,7% số hộ chưa được dùng nước sạch.', true],
    ['en', 'Some 38.7 per cent of rural homes still lack clean water.', true],
    ['vi', '38,7% số hộ nông thôn dùng nước sạch.', false],
    ['en', 'Some 30 per cent of rural homes still lack clean water.', false],
  ])('%s: %s', (language, text, rest) => {
    const { sentence, figure } = shareIn(language, text);
    expect(isRestOf(sentence, figure, official)).toBe(rest);
  });
});
