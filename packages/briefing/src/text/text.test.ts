import { describe, expect, it } from 'vitest';
import { cleanText } from './clean.ts';
import { padded, ranges, roman } from './number.ts';
import { splitScripts } from './script.ts';
import { boldWidth } from './width.ts';

describe('cleanText', () => {
  it.each([
    ['a\u0000b', 'a b'],
    ['  hai\n\n dòng\t', 'hai dòng'],
    ['\uD800x', 'x'],
    ['\u202Eđảo\u202C', 'đảo'],
    ['Hải Phòng'.normalize('NFD'), 'Hải Phòng'.normalize('NFC')],
    ['👍 được', '👍 được'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });
});

describe('numbers', () => {
  it.each([
    [[], ''],
    [[4], '4'],
    [[1, 2, 3, 7], '1-3, 7'],
    [[9, 1, 2, 2], '1-2, 9'],
  ])('%j are %s', (numbers, text) => {
    expect(ranges(numbers)).toBe(text);
  });

  it('writes Roman numerals and leading zeros', () => {
    expect([1, 4, 8, 9, 14].map(roman)).toEqual(['I', 'IV', 'VIII', 'IX', 'XIV']);
    expect([5, 12, 105].map(padded)).toEqual(['05', '12', '105']);
  });
});

describe('splitScripts', () => {
  it.each([
    ['Báo Hải Phòng 12%', [['latin', 'Báo Hải Phòng 12%']]],
    ['日本の海防', [['japanese', '日本の海防']]],
    ['越南海防', [['chinese', '越南海防']]],
    [
      'Báo 바다, số 5',
      [
        ['latin', 'Báo '],
        ['korean', '바다'],
        ['latin', ', số 5'],
      ],
    ],
    [
      'ไฮฟอง ໄຮຟອງ ហៃផុង',
      [
        ['thai', 'ไฮฟอง '],
        ['lao', 'ໄຮຟອງ '],
        ['khmer', 'ហៃផុង'],
      ],
    ],
    ['هايفونغ', [['right-to-left', 'هايفونغ']]],
    ['', []],
  ])('%j', (text, runs) => {
    expect(splitScripts(text).map((run) => [run.script, run.text])).toEqual(runs);
  });
});

describe('boldWidth', () => {
  it('takes a letter with marks as wide as the one without', () => {
    expect(boldWidth('Ệ', 10)).toBe(boldWidth('E', 10));
    expect(boldWidth('ĐƯỜNG', 10)).toBe(boldWidth('DUONG', 10));
    expect(boldWidth('A', 10)).toBeCloseTo(7.22);
  });
});
