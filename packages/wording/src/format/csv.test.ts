import { expect, it } from 'vitest';
import { csvText } from './csv.ts';

it.each([
  ['Tin thường', 'Tin thường'],
  ['-5', "'-5"],
  ['- gạch đầu dòng', "'- gạch đầu dòng"],
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ["  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0"],
  ['a;=1+1', `"a;'=1+1"`],
  ['a\n=1+1', `"a\n'=1+1"`],
  ['a\t+1+1', `"a\t'+1+1"`],
  ['nói "thế", rồi', '"nói ""thế"", rồi"'],
  ['\t=1', `"'\t'=1"`],
])('writes %j as %j', (text, cell) => {
  expect(csvText(text)).toBe(cell);
});
