import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from './parse.ts';

const forms: readonly [string, string | null, string][] = [
  ['2026-11-21T08:30:00+07:00', null, '2026-11-21T08:30:00+07:00'],
  ['2026-11-21T08:30:00.123Z', null, '2026-11-21T08:30:00Z'],
  ['2026-11-21 08:30', 'vi', '2026-11-21T08:30:00+07:00'],
  ['2026-11-21 08:30', null, '2026-11-21T08:30:00Z'],
  ['2026-11-21T15:54+0000', null, '2026-11-21T15:54:00+00:00'],
  ['20261121T083000Z', null, '2026-11-21T08:30:00Z'],
  ['20261121', null, '2026-11-21'],
  ['1795246200', null, '2026-11-21T07:30:00Z'],
  ['Sat, 21 Nov 2026 08:30:00 +0700', null, '2026-11-21T08:30:00+07:00'],
  ['Sat, 21 Nov 2026 08:30:00 GMT', null, '2026-11-21T08:30:00Z'],
  ['Saturday, November 21, 2026 8:30 pm EST', 'en', '2026-11-21T20:30:00-05:00'],
  ['Nov. 21, 2026', 'en', '2026-11-21'],
  ['21st November 2026', 'en', '2026-11-21'],
  ['11/12/2026', 'en', '2026-11-12'],
  ['11/12/2026', 'vi', '2026-12-11'],
  ['Thứ bảy, 21/11/2026, 08:30 (GMT+7)', 'vi', '2026-11-21T08:30:00+07:00'],
  ['Ngày 21 tháng 11 năm 2026', 'vi', '2026-11-21'],
  ['8 giờ 30 phút ngày 21/11/2026', 'vi', '2026-11-21T08:30:00+07:00'],
  ['21-11-2026 | 20:15', 'vi', '2026-11-21T20:15:00+07:00'],
  ['2026年11月21日 08:30', 'zh', '2026-11-21T08:30:00+08:00'],
  ['2026年11月21日下午3点5分', 'zh', '2026-11-21T15:05:00+08:00'],
  ['２０２６年１１月２１日', 'zh', '2026-11-21'],
  ['令和8年11月21日 午後3時', 'ja', '2026-11-21T15:00:00+09:00'],
  ['2026年11月21日 8時30分', 'ja', '2026-11-21T08:30:00+09:00'],
  ['2026년 11월 21일 오후 3시 5분', 'ko', '2026-11-21T15:05:00+09:00'],
  ['2026.11.21 08:30', 'ko', '2026-11-21T08:30:00+09:00'],
  ['21 ноября 2026, 08:30', 'ru', '2026-11-21T08:30:00+03:00'],
  ['21.11.2026 08:30 МСК', 'ru', '2026-11-21T08:30:00+03:00'],
  ['21 novembre 2026 à 8h30', 'fr', '2026-11-21T08:30:00Z'],
  ['1er août 2026', 'fr', '2026-08-01'],
  ['21. November 2026, 8:30 Uhr', 'de', '2026-11-21T08:30:00Z'],
  ['21 de noviembre de 2026', 'es', '2026-11-21'],
  ['21 พฤศจิกายน 2569', 'th', '2026-11-21'],
];

describe('a written date', () => {
  test.each(forms)('%s (%s)', (text, language, expected) => {
    expect(parseDate(text, { language })).toBe(expected);
  });

  test.each(['', 'hôm qua', '2026-13-45', '31/02/2026', 'Chương 12', '99/99/9999', '3-0', '12:30'])(
    '%s is no date',
    (text) => {
      expect(parseDate(text, { language: 'vi' })).toBeNull();
    },
  );

  test('every instant survives being written in RFC 3339 with any offset', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1995-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.integer({ min: -11, max: 13 }),
        (date, hours) => {
          const local = new Date(Math.floor(date.getTime() / 1000) * 1000 + hours * 3_600_000)
            .toISOString()
            .slice(0, 19);
          const written = `${local}${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
          expect(parseDate(written)).toBe(written);
        },
      ),
    );
  });

  test('any text at all gives null or a day that exists', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const date = parseDate(text);
        expect(date === null || !Number.isNaN(Date.parse(date))).toBe(true);
      }),
    );
  });
});
