import { describe, expect, it } from 'vitest';
import { type Agreement, compareFigures } from './compare.ts';
import { type Figure, findFigures } from './figure.ts';

const figure = (language: string, text: string): Figure => {
  const [found] = findFigures(text, language);
  if (found === undefined) throw new Error(`no figure in "${text}"`);
  return found;
};

describe('compareFigures', () => {
  it.each<[string, string, string, string, Agreement]>([
    ['vi', '1,2 triệu lượt khách', 'vi', '1.234.567 lượt khách', 'agrees'],
    ['zh', '120万人次', 'vi', '1,2 triệu lượt khách', 'agrees'],
    ['en', 'more than 1 million visitors', 'vi', '1,2 triệu lượt khách', 'agrees'],
    ['en', 'more than 2 million visitors', 'vi', '1,2 triệu lượt khách', 'differs'],
    ['vi', 'gần 1,3 triệu lượt khách', 'vi', '1.234.567 lượt khách', 'agrees'],
    ['en', '2.1 million visitors', 'vi', '1,2 triệu lượt khách', 'differs'],
    ['ko', '7명', 'vi', '8 người', 'differs'],
    ['en', '8%', 'vi', '7,5%', 'agrees'],
    ['fr', '8,5 %', 'vi', '7,5%', 'differs'],
    ['en', '$47 million', 'vi', '1.222 tỷ đồng', 'agrees'],
    ['en', '$470 million', 'vi', '1.222 tỷ đồng', 'differs'],
    ['en', '$70 million', 'vi', '1.222 tỷ đồng', 'incomparable'],
    ['en', '12 hectares', 'vi', '12 người', 'incomparable'],
    ['ru', '3 тыс. тонн', 'vi', '3.000 tấn', 'agrees'],
    ['en', '5 square kilometres', 'vi', '500 ha', 'agrees'],
    ['en', 'thousands of people', 'vi', '4.500 người', 'agrees'],
    ['en', 'thousands of people', 'vi', '120 người', 'differs'],
    ['vi', '10-12%', 'vi', '11%', 'agrees'],
    ['en', 'over one billion dollars', 'vi', '612 triệu USD', 'differs'],
    ['en', 'some 12 fewer', 'vi', '12 ha', 'agrees'],
    ['ru', 'тысячи семей', 'vi', '12.460 hộ', 'agrees'],
  ])('%s "%s" against %s "%s": %s', (language, told, recordLanguage, known, expected) => {
    expect(compareFigures(figure(language, told), figure(recordLanguage, known))).toBe(expected);
  });
});
