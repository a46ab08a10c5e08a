import { describe, expect, it } from 'vitest';
import { dateParts, inOffset, printedTime, rfc822, timeWord } from './calendar.ts';

const now = new Date('2026-11-20T20:30:00Z');

describe('published times', () => {
  it('keeps the outlet offset, also west of Greenwich', () => {
    expect(inOffset(now, '+07:00')).toBe('2026-11-21T03:30:00+07:00');
    expect(inOffset(now, '-08:00')).toBe('2026-11-20T12:30:00-08:00');
    expect(rfc822(now, '+09:00')).toBe('Sat, 21 Nov 2026 05:30:00 +0900');
    expect(dateParts(now, '+07:00')).toEqual(['2026', '11', '21']);
  });
});

it.each([
  ['vi', '21/11/2026, 03:30'],
  ['en', '21 November 2026, 03:30'],
  ['ja', '2026年11月21日 03:30'],
  ['ko', '2026년 11월 21일 03:30'],
  ['fr', '21 novembre 2026 à 03h30'],
] as const)('prints a time in %s as %s', (tongue, expected) => {
  expect(printedTime(now, '+07:00', tongue)).toBe(expected);
});

describe('words of time', () => {
  it.each([
    ['date:0', 'vi', '21/11'],
    ['fulldate:-400', 'vi', '17/10/2025'],
    ['date:-3', 'en', '18 November'],
    ['date:-3', 'zh', '11月18日'],
    ['date:-3', 'ko', '11월 18일'],
    ['date:-20', 'fr', '1er novembre'],
    ['date:-3', 'ru', '18 ноября'],
    ['iso:-21', 'vi', '2026-10-31'],
    ['ytd.n', 'vi', '10'],
    ['ytd.nn', 'vi', '10'],
    ['Y-2', 'en', '2024'],
  ] as const)('%s in %s is %s', (word, tongue, expected) => {
    expect(timeWord(word, now, tongue)).toBe(expected);
  });

  it('counts the whole year before in January', () => {
    const january = new Date('2027-01-05T03:00:00Z');
    expect(timeWord('ytd.n', january, 'vi')).toBe('12');
    expect(timeWord('ytd.y', january, 'vi')).toBe('2026');
  });

  it('knows no other word', () => {
    expect(timeWord('tomorrow', now, 'en')).toBeUndefined();
  });
});
