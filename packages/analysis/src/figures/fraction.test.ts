import { describe, expect, it } from 'vitest';
import { findFigures } from './figure.ts';

describe('shares told as fractions', () => {
  it.each([
    ['vi', 'còn gần một phần tư số hộ', 25, 'percent'],
    ['vi', 'Cứ 1.000 hộ vẫn còn 24 hộ nghèo', 2.4, 'percent'],
    ['vi', 'phí là một phần tư triệu đồng', 250_000, 'VND'],
    ['en', 'one in five households', 20, 'percent'],
    ['en', 'two thirds of the fleet', 66.7, 'percent'],
    ['zh', '三分之二的农户', 66.7, 'percent'],
    ['ja', 'およそ50世帯に1世帯', 2, 'percent'],
    ['ko', '주민 4분의 1이', 25, 'percent'],
    ['fr', 'un quart des ménages', 25, 'percent'],
    ['ru', 'четверть домов', 25, 'percent'],
  ])('%s: %s', (language, text, value, unit) => {
    const [figure, ...others] = findFigures(text, language);
    expect(others.filter(({ share }) => share)).toEqual([]);
    expect(figure?.value).toBeCloseTo(value, 1);
    expect(figure).toMatchObject({ unit, share: true });
  });

  it('leaves plain counts and the word for a rate alone', () => {
    expect(findFigures('Tỷ lệ hộ nghèo là 1,9%', 'vi').map(({ value }) => value)).toEqual([1.9]);
    expect(findFigures('Of the 12 boats 3 in Ha Long were stopped', 'en').some(({ share }) => share)).toBe(false);
  });
});
