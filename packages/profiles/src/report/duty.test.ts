import { describe, expect, it } from 'vitest';
import { loadCalendar } from '../calendar/calendar.ts';
import { shortClause } from '../clause/clause.ts';
import { loadProfile } from '../profile/load.ts';
import { reportOccasions } from './duty.ts';

const calendar = loadCalendar();
const dated = (id: string): string[] =>
  reportOccasions(loadProfile(id), calendar, 2024)
    .filter((occasion) => occasion.duty.day !== null)
    .map((occasion) => `${occasion.duty.kind} ${occasion.lastDay}`);

describe('reports on request', () => {
  const asked = (id: string): string[] =>
    loadProfile(id)
      .reports.filter((duty) => duty.kind === 'ad-hoc')
      .map((duty) => `${shortClause(duty.clause)} ${duty.from} → ${duty.to}`);

  it('go to everybody who may ask, by the clause that says so', () => {
    const all = 'cac-so-nganh-dia-phuong';
    const press = 'so-thong-tin-va-truyen-thong';
    expect(asked('thai-binh')).toEqual([`Đ23.2 ${all} → ${press}`, `Đ24.1 ${press} → ubnd-tinh`]);
    expect(asked('hai-phong')).toEqual([
      `Đ21.1b ${all} → ubnd-thanh-pho`,
      `Đ21.1b ${all} → ${press}`,
      `Đ21.1b ${all} → so-ngoai-vu`,
      `Đ21.2b ${press} → bo-thong-tin-va-truyen-thong`,
      `Đ21.2b ${press} → ubnd-thanh-pho`,
    ]);
    expect(asked('lam-dong')).toEqual([`Đ5.2 ${all} → ${press}`]);
    expect(asked('cao-bang')).toEqual([`Đ6.2 ${all} → ${press}`]);
    expect(asked('tra-vinh')).toEqual([
      `Đ19.6 ${all} → ${press}`,
      `Đ20.2 ${all} → ubnd-tinh`,
      `Đ20.2 ${all} → bo-thong-tin-va-truyen-thong`,
      'Đ8.5 van-phong-ubnd-tinh → ubnd-tinh',
    ]);
  });
});

describe('reportOccasions', () => {
  it('keeps the edge that each text sets', () => {
    expect(dated('thai-binh')).toEqual(['plan 2024-01-14', 'yearly 2024-11-14']);
    expect(dated('hai-phong')).toEqual(['yearly 2024-11-14', 'yearly 2024-11-24']);
    expect(dated('lam-dong')).toEqual(['plan 2024-01-14', 'yearly 2024-11-20']);
    expect(dated('cao-bang')).toEqual(['half-year 2024-06-10', 'yearly 2024-11-20']);
    expect(dated('tra-vinh')).toEqual(['half-year 2024-06-19', 'yearly 2024-12-19']);
  });

  it('spreads monthly, quarterly and yearly provision of information', () => {
    const kinds = (id: string): (string | number)[] => {
      const found = reportOccasions(loadProfile(id), calendar, 2024).filter((occasion) => occasion.duty.day === null);
      return [...new Set(found.map((occasion) => occasion.duty.kind)), found.length, found.at(0)?.lastDay ?? ''];
    };
    expect(kinds('lam-dong')).toEqual(['monthly-information', 12, '2024-01-31']);
    expect(kinds('tra-vinh')).toEqual(['quarterly-information', 4, '2024-03-31']);
    expect(kinds('cao-bang')).toEqual(['yearly-information', 1, '2024-12-31']);
    expect(kinds('thai-binh')).toEqual([0, '']);
  });

  it('has no occasion for a duty without a day of a month', () => {
    const profile = loadProfile('thai-binh');
    const reports = profile.reports.flatMap((duty) => [
      { ...duty, day: null },
      { ...duty, month: null },
    ]);
    expect(reportOccasions({ ...profile, reports }, calendar, 2024)).toEqual([]);
  });

  it('reminds ahead and names the last working day', () => {
    const [plan] = reportOccasions(loadProfile('thai-binh'), calendar, 2024);
    expect(plan).toMatchObject({
      lastDay: '2024-01-14',
      lastWorkingDay: '2024-01-12',
      remindOn: ['2023-12-31', '2024-01-11'],
    });
  });
});
