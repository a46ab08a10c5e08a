import { expect, it } from 'vitest';
import { bigNumber, plainNumber } from './format.ts';

it.each([
  ['vi', '1,2 triệu'],
  ['en', '1.2 million'],
  ['zh', '120万'],
  ['zh-Hant', '120萬'],
  ['ja', '120万'],
  ['ko', '120만'],
  ['fr', '1,2 million'],
  ['ru', '1,2 млн'],
] as const)('writes 1 200 000 in %s as %s', (tongue, expected) => {
  expect(bigNumber(1.2e6, tongue)).toBe(expected);
});

it('writes dong in the units of each language', () => {
  expect(bigNumber(12.4e12, 'vi')).toBe('12.400 tỷ');
  expect(bigNumber(12.4e12, 'en')).toBe('12.4 trillion');
  expect(bigNumber(12.4e12, 'zh')).toBe('12.4万亿');
  expect(bigNumber(12.4e12, 'fr')).toBe('12\u00a0400 milliards');
  expect(bigNumber(1e9, 'fr')).toBe('1 milliard');
});

it('groups and points plain numbers as each language does', () => {
  expect(plainNumber(23500, 'vi')).toBe('23.500');
  expect(plainNumber(1850, 'vi')).toBe('1.850');
  expect(plainNumber(6.75, 'vi')).toBe('6,75');
  expect(plainNumber(23500, 'en')).toBe('23,500');
  expect(plainNumber(1850, 'zh')).toBe('1850');
  expect(plainNumber(23500, 'ru')).toBe('23\u00a0500');
});
