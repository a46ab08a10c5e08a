import { describe, expect, it } from 'vitest';
import { loadCalendar } from '../calendar/calendar.ts';
import { count } from './count.ts';

const TET = [
  'Bỏ qua thứ năm 08/02/2024 (Tết Nguyên đán)',
  'Bỏ qua thứ sáu 09/02/2024 (Tết Nguyên đán)',
  'Bỏ qua thứ bảy 10/02/2024 (Tết Nguyên đán)',
  'Bỏ qua chủ nhật 11/02/2024 (Tết Nguyên đán)',
  'Bỏ qua thứ hai 12/02/2024 (Tết Nguyên đán)',
  'Bỏ qua thứ ba 13/02/2024 (nghỉ bù Tết Nguyên đán)',
  'Bỏ qua thứ tư 14/02/2024 (nghỉ bù Tết Nguyên đán)',
];

describe('count', () => {
  it.each([
    ['hours', 24, '2024-02-07T15:00', '2024-02-08T15:00', ['Cộng 24 giờ liên tục']],
    [
      'working-hours',
      8,
      '2024-02-07T15:00',
      '2024-02-15T15:00',
      [
        'thứ tư 07/02/2024: 15:00–17:00, còn 6 giờ',
        ...TET,
        'thứ năm 15/02/2024: 08:00–12:00, còn 2 giờ',
        'thứ năm 15/02/2024: 13:00–15:00, còn 0 giờ',
      ],
    ],
    [
      'working-hours',
      2,
      '2024-03-05T16:20',
      '2024-03-06T09:20',
      ['thứ ba 05/03/2024: 16:20–17:00, còn 1 giờ 20 phút', 'thứ tư 06/03/2024: 08:00–09:20, còn 0 giờ'],
    ],
    [
      'days',
      3,
      '2024-02-07T15:00',
      '2024-02-15T17:00',
      [
        'Không tính ngày bắt đầu thứ tư 07/02/2024',
        'Cộng 3 ngày: thứ bảy 10/02/2024',
        ...TET.slice(2),
        'Ngày cuối là ngày nghỉ nên chuyển sang thứ năm 15/02/2024',
      ],
    ],
    [
      'days',
      1,
      '2024-03-05T20:00',
      '2024-03-06T17:00',
      ['Không tính ngày bắt đầu thứ ba 05/03/2024', 'Cộng 1 ngày: thứ tư 06/03/2024'],
    ],
    [
      'working-days',
      2,
      '2024-02-07T15:00',
      '2024-02-16T17:00',
      [
        'Không tính ngày bắt đầu thứ tư 07/02/2024',
        ...TET,
        'Ngày làm việc 1: thứ năm 15/02/2024',
        'Ngày làm việc 2: thứ sáu 16/02/2024',
      ],
    ],
  ] as const)('shows the way of %s: %d from %s', (unit, amount, start, due, steps) => {
    const counted = count(loadCalendar(), unit, amount, new Date(`${start}:00+07:00`));
    expect(counted).toEqual({ dueAt: new Date(`${due}:00+07:00`), steps });
  });

  it('does not look for a working day without end', () => {
    const idle = { officeHours: [{ from: '08:00', to: '17:00' }], restReason: () => 'nghỉ' };
    expect(() => count(idle, 'working-days', 1, new Date('2024-03-05T08:00:00+07:00'))).toThrow(
      'lịch không có ngày làm việc nào sau 2024-03-06',
    );
  });
});
