import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCalendar, parseCalendar } from '../calendar/calendar.ts';
import { QueryError } from '../problem/problem.ts';
import { loadProfile } from '../profile/load.ts';
import { count } from './count.ts';
import { deadline } from './deadline.ts';
import { recomputeDeadlines } from './recompute.ts';

const haiPhong = loadProfile('hai-phong');
const calendar = loadCalendar();
const due = (startsAt: string): string => deadline(haiPhong, calendar, { rule: 'opinion-on-activity', startsAt }).dueAt;

/** Ten working days counted by hand on the announced calendars, from the day of receipt to the last day. */
const TET_CASES: readonly (readonly [receivedOn: string, lastDay: string])[] = [
  ['2019-01-25', '2019-02-15'],
  ['2020-01-20', '2020-02-10'],
  ['2021-02-05', '2021-02-26'],
  ['2022-01-28', '2022-02-18'],
  ['2023-01-18', '2023-02-08'],
  ['2024-02-07', '2024-02-28'],
  ['2025-01-24', '2025-02-14'],
  ['2026-02-13', '2026-03-06'],
];

describe('ten working days for an opinion (Hải Phòng, article 20)', () => {
  it.each(TET_CASES)('received on %s before the lunar New Year, due on %s', (receivedOn, lastDay) => {
    expect(due(`${receivedOn}T09:30:00+07:00`)).toBe(`${lastDay}T10:00:00.000Z`);
  });

  it('counts a swapped Saturday as a working day and the day taken off as none', () => {
    expect(due('2024-04-19T09:00:00+07:00')).toBe('2024-05-07T10:00:00.000Z');
  });

  it('shows the way it was counted, with the clause', () => {
    const { steps, citation, basis } = deadline(haiPhong, calendar, {
      rule: 'opinion-on-programme',
      startsAt: '2024-02-01T02:00:00Z',
    });
    expect(basis).toBe('law');
    expect(citation).toEqual({ for: 'deadline', part: 'regulation', article: 20, clause: 1, point: 'b', item: null });
    expect(steps[0]).toBe('Bắt đầu: nhận đề nghị cho ý kiến lúc 09:00 thứ năm 01/02/2024');
    expect(steps[1]).toBe('Thời hạn: 10 ngày làm việc (điểm b khoản 1 Điều 20 Quy chế)');
    expect(steps).toContain('Bỏ qua thứ ba 13/02/2024 (nghỉ bù Tết Nguyên đán)');
    expect(steps.at(-1)).toBe('Hạn: 17:00 thứ năm 22/02/2024');
    expect(steps.filter((step) => step.startsWith('Ngày làm việc'))).toHaveLength(10);
  });
});

function isPublic(found: ReturnType<Holidays['isHoliday']>): boolean {
  return found !== false && found.some((holiday) => holiday.type === 'public');
}

describe('a thousand deadlines against date-holidays', () => {
  const HolidayRules: typeof Holidays = createRequire(import.meta.url)('date-holidays');
  const rules = new HolidayRules('VN');
  const bare = parseCalendar('officeHours: [{ from: "08:00", to: "17:00" }]', 'bare.yaml');
  const FIRST_YEAR = 2015;
  const LAST_YEAR = 2028;
  const dayOf = (noon: number): string => new Date(noon).toISOString().slice(0, 10);
  const isWeekend = (noon: number): boolean => [0, 6].includes(new Date(noon).getUTCDay());
  const noons: number[] = [];
  for (let noon = Date.UTC(FIRST_YEAR, 0, 1, 5); noon < Date.UTC(LAST_YEAR, 0, 1, 5); noon += 86_400_000)
    noons.push(noon);
  const publicDays = new Set(noons.filter((noon) => isPublic(rules.isHoliday(new Date(noon)))).map(dayOf));
  const rest = new Set([...publicDays, ...noons.filter(isWeekend).map(dayOf)]);
  // Each public holiday on a weekend gives the next day that is free of both.
  for (const noon of noons) {
    if (!isWeekend(noon) || !publicDays.has(dayOf(noon))) continue;
    let next = noon;
    while (rest.has(dayOf(next))) next += 86_400_000;
    rest.add(dayOf(next));
  }

  it('agrees on every one', () => {
    let checked = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4500 }), fc.integer({ min: 1, max: 30 }), (offset, amount) => {
        const start = Date.UTC(FIRST_YEAR, 0, 1, 5) + offset * 86_400_000;
        let day = start;
        for (let left = amount; left > 0; ) {
          day += 86_400_000;
          if (!rest.has(dayOf(day))) left -= 1;
        }
        expect(count(bare, 'working-days', amount, new Date(start)).dueAt.toISOString()).toBe(
          `${dayOf(day)}T10:00:00.000Z`,
        );
        checked += 1;
      }),
      { numRuns: 1000, seed: 20240210 },
    );
    expect(checked).toBe(1000);
  });
});

describe('other units', () => {
  it('counts hours through, working hours within office hours, days to the next working day', () => {
    const start = new Date('2024-02-07T15:00:00+07:00');
    expect(count(calendar, 'hours', 24, start).dueAt.toISOString()).toBe('2024-02-08T08:00:00.000Z');
    expect(count(calendar, 'working-hours', 8, start).dueAt.toISOString()).toBe('2024-02-15T08:00:00.000Z');
    expect(count(calendar, 'working-hours', 2, start).dueAt.toISOString()).toBe('2024-02-07T10:00:00.000Z');
    expect(count(calendar, 'days', 3, start).dueAt.toISOString()).toBe('2024-02-15T10:00:00.000Z');
    expect(count(calendar, 'days', 1, new Date('2024-03-05T20:00:00+07:00')).dueAt.toISOString()).toBe(
      '2024-03-06T10:00:00.000Z',
    );
  });

  it('begins working hours at the next opening when the event falls outside them', () => {
    const night = new Date('2024-03-05T22:00:00+07:00');
    expect(count(calendar, 'working-hours', 1, night).dueAt.toISOString()).toBe('2024-03-06T02:00:00.000Z');
  });
});

describe('internal rules, extensions, bad questions', () => {
  it('shows an internal rule as internal', () => {
    const counted = deadline(haiPhong, calendar, { rule: 'draft-response', startsAt: '2024-03-04T09:00:00+07:00' });
    expect(counted).toMatchObject({ dueAt: '2024-03-07T10:00:00.000Z', basis: 'internal', citation: null });
    expect(counted.steps[1]).toBe('Thời hạn: 3 ngày làm việc (quy định nội bộ)');
  });

  it('adds an extension with its reason, and only where the rule allows one', () => {
    const extensions = [{ amount: 2, reason: 'chờ số liệu thống kê' }];
    const counted = deadline(haiPhong, calendar, {
      rule: 'draft-response',
      startsAt: '2024-03-04T09:00:00+07:00',
      extensions,
    });
    expect(counted.dueAt).toBe('2024-03-11T10:00:00.000Z');
    expect(counted.steps).toContain('Gia hạn 2 ngày làm việc: chờ số liệu thống kê');
    expect(() =>
      deadline(haiPhong, calendar, { rule: 'opinion-on-activity', startsAt: '2024-03-04', extensions }),
    ).toThrow(/không được gia hạn/);
    const silent = [{ amount: 2, reason: ' ' }];
    expect(() =>
      deadline(haiPhong, calendar, { rule: 'draft-response', startsAt: '2024-03-04', extensions: silent }),
    ).toThrow();
  });

  it('names every rule there is when asked for another', () => {
    const known = haiPhong.deadlines.map(({ rule }) => rule);
    expect(known.length).toBeGreaterThan(1);
    expect(() => deadline(haiPhong, calendar, { rule: 'khong-co', startsAt: '2024-03-04' })).toThrow(
      `rule: không có quy tắc thời hạn "khong-co" trong hồ sơ hai-phong; dùng một trong: ${known.join(', ')}`,
    );
  });

  it('takes a zone in each of its spellings, and a bare day from its beginning', () => {
    const starts = ['2024-03-04T09:00:00+07:00', '2024-03-04T09:00:00+0700', '2024-03-04T02:00:00Z', '2024-03-04'];
    const first = (startsAt: string) => deadline(haiPhong, calendar, { rule: 'draft-response', startsAt }).steps[0];
    expect(starts.map(first)).toEqual(
      ['09:00', '09:00', '09:00', '00:00'].map((time) => `Bắt đầu: giao việc lúc ${time} thứ hai 04/03/2024`),
    );
  });

  it.each([
    [{ rule: 'khong-co', startsAt: '2024-03-04' }, /^rule: không có quy tắc thời hạn "khong-co".*opinion-on-activity/],
    [{ rule: 'draft-response', startsAt: 'mai' }, /^startsAt: .*không phải ngày giờ/],
    [{ rule: 'draft-response', startsAt: '2024-03-04T09:00:00' }, /thiếu múi giờ/],
    [{ rule: 'draft-response', startsAt: '2024-02-30T09:00:00+07:00' }, /không có trên lịch/],
    [{ rule: 'draft-response', startsAt: '2018-03-04' }, /khi đó áp dụng 510\/2013\/QĐ-UBND/],
  ])('refuses %j', (query, says) => {
    expect(() => deadline(haiPhong, calendar, query)).toThrow(QueryError);
    expect(() => deadline(haiPhong, calendar, query)).toThrow(says);
  });
});

describe('recomputeDeadlines', () => {
  it('moves what a new swapped day touches and leaves the rest', () => {
    const open = [
      {
        id: 'a',
        rule: 'opinion-on-activity',
        startsAt: '2024-04-15T09:00:00+07:00',
        dueAt: '2024-05-03T10:00:00.000Z',
      },
      {
        id: 'b',
        rule: 'opinion-on-activity',
        startsAt: '2024-06-03T09:00:00+07:00',
        dueAt: '2024-06-17T10:00:00.000Z',
      },
    ];
    const unswapped = parseCalendar('officeHours: [{ from: "08:00", to: "17:00" }]', 'new.yaml');
    const counted = recomputeDeadlines(haiPhong, unswapped, open);
    expect(counted.map(({ id, moved, dueAt }) => ({ id, moved, dueAt }))).toEqual([
      { id: 'a', moved: true, dueAt: '2024-05-02T10:00:00.000Z' },
      { id: 'b', moved: false, dueAt: '2024-06-17T10:00:00.000Z' },
    ]);
  });
});
