import { expect, it } from 'vitest';
import { bigNumber, lowerBound, plainNumber, upperBound } from './format.ts';

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

it('bounds a number strictly, at two digits', () => {
  expect([lowerBound(2.64e9), upperBound(2.64e9)]).toEqual([2.6e9, 2.7e9]);
  expect([lowerBound(2.6e9), upperBound(2.6e9)]).toEqual([2.5e9, 2.7e9]);
  expect([lowerBound(23500), upperBound(23500)]).toEqual([23000, 24000]);
  expect([lowerBound(54.4), upperBound(54.4)]).toEqual([54, 55]);
});
