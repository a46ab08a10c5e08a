import { describe, expect, it } from 'vitest';
import { translationRisks } from './risk.ts';

const kinds = (original: string, from: string, translation: string) =>
  translationRisks(original, from, translation, 'vi').map(({ kind }) => kind);

describe('translationRisks', () => {
  it.each([
    ['The port handled 1.2 million tonnes.', 'en', 'Cảng xếp dỡ 1,2 triệu tấn.'],
    ['该港吞吐量达120万吨。', 'zh', 'Sản lượng của cảng đạt 1,2 triệu tấn.'],
    ['The bridge is not closed.', 'en', 'Cây cầu không đóng.'],
    ['Жители вернулись домой.', 'ru', 'Người dân đã về nhà.'],
  ])('finds none where both say the same: %s', (original, from, translation) => {
    expect(translationRisks(original, from, translation, 'vi')).toEqual([]);
  });

  it.each<[string, string, string, string[]]>([
    ['The port handled 1.2 million tonnes.', 'en', 'Cảng xếp dỡ 12 triệu tấn.', ['figure', 'figure']],
    ['Forty homes were flooded.', 'en', 'Nhiều ngôi nhà bị ngập.', ['figure']],
    ['The bridge is not closed.', 'en', 'Cây cầu đóng.', ['negation']],
    ['The bridge is closed.', 'en', 'Cây cầu không đóng.', ['negation']],
    ['According to the provincial statistics office, exports rose.', 'en', 'Xuất khẩu tăng.', ['attribution']],
  ])('names what was lost or added: %s', (original, from, translation, expected) => {
    expect(kinds(original, from, translation)).toEqual(expected);
  });

  it('counts a language that it cannot read as a risk', () => {
    expect(kinds('တံတား မပိတ်ပါ။', 'my', 'Cây cầu không đóng.')).toEqual(['unchecked']);
  });
});
