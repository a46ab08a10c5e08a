import { describe, expect, it } from 'vitest';
import { createTermIndex } from './terms.ts';

const ENTRIES = [
  { id: 'rain', terms: { ko: '비' } },
  { id: 'strike', terms: { ja: 'スト' } },
  { id: 'death', terms: { en: 'claimed * lives' } },
];
const idsIn = (text: string, language: string, shortWords: 'anywhere' | 'whole') =>
  createTermIndex(ENTRIES, shortWords)(language)(text).map(({ id }) => id);

describe('createTermIndex', () => {
  it.each([
    ['ko', '밤새 비가 내렸다', ['rain']],
    ['ko', '비, 바람', ['rain']],
    ['ko', '시가 참가비를 받는다', []],
    ['ko', '비용이 늘었다', []],
    ['ja', '港で24時間のストが続く', ['strike']],
    ['ja', '学力テストの結果', []],
  ])('counts a short word in %s only where it stands by itself: %s', (language, text, ids) => {
    expect(idsIn(text, language, 'whole')).toEqual(ids);
  });

  it.each([
    ['th', 'ไม่', 'ทางการไม่ปิดถนน', 1],
    ['th', 'ไม่', 'เทศกาลดอกไม้', 0],
    ['th', 'มา', 'ห้ามเมาสุรา', 0],
    ['th', 'มา', 'นักท่องเที่ยวมาเยือน', 1],
    ['th', 'ข้าว', 'ข่าวลือ', 0],
    ['lo', 'ບໍ່', 'ທາງການບໍ່ປິດທາງ', 1],
    ['lo', 'ບໍ່', 'ບໍລິສັດ', 0],
    ['lo', 'ຕ່ຳ', 'ຕໍ່າກວ່າ', 1],
    ['km', 'មាន', 'គ្មានអ្នកស្លាប់', 0],
    ['km', 'គ្មាន', 'គ្មានអ្នកស្លាប់', 1],
    ['km', 'មិន', 'មិន\u200bបិទ', 1],
  ])('knows a word of %s by its tone and by its syllables: %s in "%s"', (language, term, text, count) => {
    expect(createTermIndex([{ id: 'word', terms: { [language]: term } }])(language)(text)).toHaveLength(count);
  });

  it('finds stems inside words where no whole words are asked for', () => {
    expect(idsIn('참가비를 받는다', 'ko', 'anywhere')).toEqual(['rain']);
  });

  it('lets a figure stand for an open word inside a term', () => {
    expect(idsIn('The flood claimed 12 lives.', 'en', 'whole')).toEqual(['death']);
  });

  it('finds a term with an open word wherever it begins, and each time', () => {
    expect(
      idsIn('It claimed two lives; then it claimed three lives. Nobody claimed the prize.', 'en', 'whole'),
    ).toEqual(['death', 'death']);
  });

  it('refuses a term that begins openly, for it would have to be tried everywhere', () => {
    expect(() => createTermIndex([{ id: 'x', terms: { en: '* lives lost' } }])('en')).toThrow('dấu *');
  });
});
