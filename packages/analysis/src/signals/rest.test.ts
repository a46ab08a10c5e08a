import { describe, expect, it } from 'vitest';
import { readPropositions } from '../claims/proposition.ts';
import { type OfficialFigure, readRecord } from './record.ts';
import { isRestOf, isRestOfShare } from './rest.ts';

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
    expect(isRestOfShare(sentence, figure, official)).toBe(rest);
  });
});

describe('what official counts leave over', () => {
  const view = readRecord(
    {
      id: 'r',
      kind: 'figure',
      text: 'Khu kinh tế ven biển có 52 dự án, trong đó 41 dự án đã đi vào hoạt động.',
      indicator: 'số dự án đã hoạt động',
      value: 41,
      unit: 'dự án',
      period: '2026-10',
      documentNumber: '1/BC',
      source: 'Ban Quản lý',
      sourceUrl: 'https://portal.example/1',
    },
    () => new Set(),
  );

  it.each([
    ['en', 'Eleven projects have yet to start.', true],
    ['vi', 'Còn 11 dự án chưa chạy.', true],
    ['en', 'Eleven projects run.', false],
    ['vi', 'Còn 17 dự án chưa chạy.', false],
  ])('%s: %s', (language, text, rest) => {
    const [told] = readPropositions(text, language, '2026-11-10');
    const figure = told?.figures[0];
    const [main] = view.figures;
    if (told === undefined || figure === undefined || main === undefined) throw new Error(`no figure in "${text}"`);
    expect(isRestOf(told, figure, main, view)).toBe(rest);
  });
});
