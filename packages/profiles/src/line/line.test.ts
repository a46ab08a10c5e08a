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

  it('takes a null for a field left out', () => {
    const line = { id: 1, origin: 'foreign', sectors: null, places: null, at: null, reportedBy: null };
    expect(routeLine(haiPhong, line)).toMatchObject({ id: 1, lead: null, monitor: ['so-ngoai-vu'] });
  });

  it.each([
    [
      { origin: 'foreign', sectors: ['weather'] },
      /^sectors\[0\]: "weather" không có trong danh mục; dùng một trong: fo/,
    ],
    [{ sectors: ['tourism'] }, /^origin: thiếu trường này; ghi một trong: domestic, foreign$/],
    [{ origin: 'foreign', at: 20240301 }, /^at: 20240301 sai kiểu; cần chuỗi$/],
    [{ origin: 'foreign', sectors: 'tourism' }, /^sectors: "tourism" sai kiểu; cần danh sách/],
    [{ origin: 'foreign', places: [''] }, /^places\[0\]: "" để trống/],
    [{ origin: 'foreign', reportedBy: 'Sở Ngoại vụ' }, /^reportedBy: .*mã cơ quan là chữ thường không dấu/],
    [[1], /^nội dung: \[1\] sai kiểu; cần đối tượng JSON/],
  ])('says what is wrong with %j and what to write', (line, says) => {
    expect(() => routeLine(haiPhong, line)).toThrow(says);
  });

  it.each([
    [{ id: 'x', sectors: [] }, 'origin'],
    [{ id: 'x', origin: 'foreign', sectors: ['thể thao'] }, 'sectors\\[0\\]'],
    [[], 'nội dung'],
    [null, 'nội dung'],
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

  it('names a field within another', () => {
    const line = { id: 1, rule: 'draft-response', startsAt: '2024-03-04', extensions: [{ amount: 0, reason: 'x' }] };
    expect(() => deadlineLine(haiPhong, calendar, line)).toThrow(
      /^extensions\[0\]\.amount: 0 để trống hoặc quá nhỏ; ghi/,
    );
  });

  it('names a missing start', () => {
    expect(() => deadlineLine(haiPhong, calendar, { id: 'd1', rule: 'opinion-on-activity' })).toThrow(
      /^startsAt: thiếu trường này/,
    );
  });
});
