import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { InvalidFileError } from '../problem/problem.ts';
import { loadCalendar, parseCalendar } from './calendar.ts';
import { addDays } from './day.ts';

const calendar = loadCalendar();

function restDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.restReason(day) !== null) days.push(day);
  return days;
}

/** First and last day of the lunar New Year break as announced, weekends at either end included. */
const TET_BREAKS: readonly (readonly [first: string, last: string])[] = [
  ['2015-02-15', '2015-02-23'],
  ['2016-02-06', '2016-02-14'],
  ['2017-01-26', '2017-02-01'],
  ['2018-02-14', '2018-02-20'],
  ['2019-02-02', '2019-02-10'],
  ['2020-01-23', '2020-01-29'],
  ['2021-02-10', '2021-02-16'],
  ['2022-01-29', '2022-02-06'],
  ['2023-01-20', '2023-01-26'],
  ['2024-02-08', '2024-02-14'],
  ['2025-01-25', '2025-02-02'],
  ['2026-02-14', '2026-02-22'],
];

describe('the calendar', () => {
  it.each(TET_BREAKS)('rests over the lunar New Year from %s to %s, and not a day longer', (first, last) => {
    expect(calendar.restReason(addDays(first, -1))).toBeNull();
    expect(calendar.restReason(addDays(last, 1))).toBeNull();
    for (let day = first; day <= last; day = addDays(day, 1)) expect(calendar.restReason(day), day).not.toBeNull();
  });

  it('rests on every public holiday of the fixed dates, the kings and the first day of the lunar year', () => {
    const HolidayRules: typeof Holidays = createRequire(import.meta.url)('date-holidays');
    const rules = new HolidayRules('VN');
    for (let year = 2015; year <= 2027; year += 1) {
      const days = rules
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public')
        .map((holiday) => holiday.date.slice(0, 10));
      expect(days.length).toBeGreaterThanOrEqual(7);
      for (const day of days) expect(calendar.restReason(day), day).not.toBeNull();
    }
  });

  it('makes up for holidays on a weekend', () => {
    expect(restDays('2023-04-28', '2023-05-05')).toEqual([
      '2023-04-29',
      '2023-04-30',
      '2023-05-01',
      '2023-05-02',
      '2023-05-03',
    ]);
    expect(restDays('2022-01-03', '2022-01-07')).toEqual(['2022-01-03']);
    expect(restDays('2023-08-31', '2023-09-05')).toEqual(['2023-09-01', '2023-09-02', '2023-09-03', '2023-09-04']);
  });

  it('rests on the day of culture since 2026, made up for on a weekend', () => {
    expect(calendar.restReason('2025-11-24')).toBeNull();
    expect(calendar.restReason('2026-11-24')).toBe('Ngày Văn hóa Việt Nam');
    expect(restDays('2029-11-23', '2029-11-27')).toEqual(['2029-11-24', '2029-11-25', '2029-11-26']);
  });

  it('swaps working days', () => {
    expect(loadCalendar().restReason('2024-04-29')).toBe('hoán đổi, làm bù ngày 04/05/2024');
    expect(calendar.restReason('2024-05-04')).toBeNull();
    expect(restDays('2026-08-22', '2026-09-03')).toEqual([
      '2026-08-23',
      '2026-08-29',
      '2026-08-30',
      '2026-08-31',
      '2026-09-01',
      '2026-09-02',
    ]);
  });
});

describe('a calendar file', () => {
  const reason = (text: string, day: string): string | null =>
    parseCalendar(`officeHours: [{ from: "08:00", to: "12:00" }]\n${text}`, 'lich.yaml').restReason(day);

  it('adds days off, which keep the name of a public holiday', () => {
    const text = 'daysOff: [{ date: 2024-05-01, why: x }, { date: 2024-05-02, why: Lễ của tỉnh }]';
    expect(reason(text, '2024-05-01')).toBe('Quốc tế Lao động');
    expect(reason(text, '2024-05-02')).toBe('Lễ của tỉnh');
    expect(reason(text, '2023-05-04')).toBeNull();
  });

  it('makes up for days off on a weekend in the order of the days', () => {
    const text = 'daysOff: [{ date: 2024-06-09, why: Sau }, { date: 2024-06-08, why: Trước }]';
    expect(['2024-06-10', '2024-06-11', '2024-06-12'].map((day) => reason(text, day))).toEqual([
      'nghỉ bù Trước',
      'nghỉ bù Sau',
      null,
    ]);
  });

  it('gives the lunar New Year five days from the day that was decided', () => {
    const text = 'tet: [{ year: 2026, from: 2026-03-02 }]';
    const days = ['2026-03-01', '2026-03-02', '2026-03-06', '2026-03-07', '2026-02-17'];
    expect(days.map((day) => reason(text, day))).toEqual([
      'ngày nghỉ hằng tuần',
      'Tết Nguyên đán',
      'Tết Nguyên đán',
      'ngày nghỉ hằng tuần',
      null,
    ]);
  });
});

describe('a calendar file with a fault', () => {
  const hours = 'officeHours: [{ from: "08:00", to: "12:00" }]\n';

  it.each([
    [
      'a swapped day on a workday',
      'swaps:\n  - { off: 2024-04-29, work: 2024-05-03 }\n',
      3,
      /2024-05-03 vốn là ngày làm việc; chọn một ngày nghỉ/,
    ],
    [
      'a day off that is off already',
      'swaps:\n  - { off: 2024-04-30, work: 2024-05-04 }\n',
      3,
      /2024-04-30 vốn đã nghỉ/,
    ],
    [
      'a day swapped twice',
      'swaps:\n  - { off: 2024-04-29, work: 2024-05-04 }\n  - { off: 2024-05-02, work: 2024-05-04 }\n',
      4,
      /hoán đổi hai lần/,
    ],
    ['a New Year in another year', 'tet:\n  - { year: 2024, from: 2025-01-27 }\n', 3, /không thuộc năm 2024/],
    ['a yearly day that is none', 'yearly:\n  - { day: 02-29, since: 2026, why: x }\n', 3, /có trong mọi năm/],
    ['a date that is none', 'daysOff:\n  - { date: 2024-02-30, why: x }\n', 3, /./],
    ['an unknown key', 'holidays: []\n', 2, /holidays/],
  ])('names line and remedy: %s', (_name, text, line, says) => {
    const read = (): unknown => parseCalendar(hours + text, 'lich.yaml');
    expect(read).toThrow(InvalidFileError);
    expect(read).toThrow(new RegExp(`^lich\\.yaml:${line}: `));
    expect(read).toThrow(says);
  });

  it('says when hours overlap or the file is not there', () => {
    const overlap = 'officeHours:\n  - { from: "08:00", to: "12:00" }\n  - { from: "11:00", to: "17:00" }\n';
    expect(() => parseCalendar(overlap, 'lich.yaml')).toThrow(/lich\.yaml:3: .*chồng giờ/);
    const backwards = 'officeHours: [{ from: "12:00", to: "12:00" }]';
    expect(() => parseCalendar(backwards, 'lich.yaml')).toThrow(
      'lich.yaml:1: officeHours[0]: giờ bắt đầu không trước giờ kết thúc; sửa from hoặc to',
    );
    expect(() => loadCalendar('/khong/co.yaml')).toThrow(/không đọc được tệp lịch/);
  });
});
