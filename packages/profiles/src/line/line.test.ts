import { describe, expect, it } from 'vitest';
import { loadCalendar } from '../calendar/calendar.ts';
import { QueryError } from '../problem/problem.ts';
import { loadProfile } from '../profile/load.ts';
import { deadlineLine, routeLine } from './line.ts';

const haiPhong = loadProfile('hai-phong');
const calendar = loadCalendar();

describe('routeLine', () => {
  it('answers a line under its id', () => {
    const line = {
      id: 'c1',
      at: '2024-01-01',
      origin: 'foreign',
      sectors: ['tourism'],
      places: ['Huyện Cát Hải'],
      reportedBy: null,
    };
    expect(routeLine(haiPhong, line)).toMatchObject({
      id: 'c1',
      lead: 'so-du-lich',
      coordinate: ['ubnd-huyen-cat-hai'],
    });
  });

  it('takes a line without sectors and places', () => {
    expect(routeLine(haiPhong, { id: 7, origin: 'domestic' })).toMatchObject({ id: 7, lead: null });
  });

  it.each([
    [{ id: 'x', sectors: [] }, 'origin'],
    [{ id: 'x', origin: 'foreign', sectors: ['thể thao'] }, 'sectors.0'],
    [[], 'dòng'],
    [null, 'dòng'],
  ])('names the field of %j that is wrong', (line, field) => {
    expect(() => routeLine(haiPhong, line)).toThrow(QueryError);
    expect(() => routeLine(haiPhong, line)).toThrow(new RegExp(`^${field}: `));
  });
});

describe('deadlineLine', () => {
  it('answers a line under its id', () => {
    const line = { id: 'd1', rule: 'opinion-on-activity', startsAt: '2024-06-03T09:00:00+07:00' };
    expect(deadlineLine(haiPhong, calendar, line)).toMatchObject({
      id: 'd1',
      dueAt: '2024-06-17T10:00:00.000Z',
      basis: 'law',
    });
  });

  it('names a missing start', () => {
    expect(() => deadlineLine(haiPhong, calendar, { id: 'd1', rule: 'opinion-on-activity' })).toThrow(/^startsAt: /);
  });
});
