import { CHANNELS, routeSchema, SECTORS } from '@lamro/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QueryError } from '../problem/problem.ts';
import { loadProfile, loadProfiles } from '../profile/load.ts';
import { route } from './route.ts';

const profiles = loadProfiles();
const NONE = { sectors: [], places: [] };

describe('route, for any input', () => {
  const queries = fc.constantFrom(...profiles).chain((profile) =>
    fc.record({
      profile: fc.constant(profile),
      at: fc.option(
        fc
          .date({ min: new Date('2020-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
          .map((date) => date.toISOString()),
      ),
      origin: fc.constantFrom('domestic' as const, 'foreign' as const),
      sectors: fc.array(fc.constantFrom(...SECTORS), { maxLength: 4 }),
      places: fc.array(
        fc.oneof(
          fc.constantFrom(...profile.units.map((unit) => unit.code)),
          fc.constantFrom(...profile.units.map((unit) => unit.name)),
          fc.string({ minLength: 1 }),
        ),
        { maxLength: 3 },
      ),
      reportedBy: fc.option(fc.constantFrom(...profile.agencies.keys())),
    }),
  );

  it('gives only agencies that the profile knows, one lead, nobody twice', () => {
    let ambiguous = 0;
    fc.assert(
      fc.property(queries, ({ profile, ...query }) => {
        try {
          const answer = routeSchema.parse(route(profile, query));
          const named = [answer.lead, answer.dossier, ...answer.coordinate, ...answer.notify, ...answer.monitor];
          for (const id of named) expect(id === null || profile.agencies.has(id)).toBe(true);
          expect(answer.coordinate).not.toContain(answer.lead);
          for (const list of [answer.coordinate, answer.notify, answer.monitor])
            expect(new Set(list).size).toBe(list.length);
          for (const citation of answer.citations) expect(profile.tree.has(citation)).toBe(true);
          if (answer.lead === null) expect(answer.why).toContain('người có thẩm quyền quyết định');
          if (answer.basis === 'law') expect(answer.why).not.toContain('cần xác nhận');
        } catch (error) {
          if (!(error instanceof QueryError)) throw error;
          expect(error.message).toMatch(/trùng tên \d+ đơn vị/);
          ambiguous += 1;
        }
      }),
      { numRuns: 2000, seed: 20260101 },
    );
    expect(ambiguous).toBeLessThan(1000);
  });

  it('answers the same question alike', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...profiles),
        fc.array(fc.constantFrom(...SECTORS), { maxLength: 3 }),
        (profile, sectors) => {
          const query = { origin: 'foreign' as const, sectors, places: [] };
          expect(route(profile, query)).toEqual(route(profile, query));
        },
      ),
      { numRuns: 50, seed: 20260101 },
    );
  });
});

describe('channels', () => {
  const openByLaw = (id: string): string[] =>
    route(loadProfile(id), { origin: 'domestic', ...NONE })
      .channels.filter((channel) => channel.open && channel.basis === 'law')
      .map((channel) => channel.id);

  it('are those that the text names', () => {
    expect(openByLaw('thai-binh')).toEqual([
      'press-release',
      'spokesperson',
      'press-briefing',
      'portal-post',
      'information-to-press',
    ]);
    expect(openByLaw('hai-phong')).toEqual([
      'press-release',
      'spokesperson',
      'press-briefing',
      'portal-post',
      'information-to-forces',
    ]);
    expect(openByLaw('lam-dong')).toEqual([
      'press-release',
      'spokesperson',
      'press-briefing',
      'portal-post',
      'information-to-press',
      'information-to-forces',
    ]);
    expect(openByLaw('cao-bang')).toEqual([]);
    expect(openByLaw('tra-vinh')).toEqual([]);
  });

  it('are all answered in every province, press conference and correction request never as law', () => {
    for (const profile of profiles) {
      const { channels } = route(profile, { origin: 'foreign', ...NONE });
      expect([...channels.map((channel) => channel.id)].sort()).toEqual([...CHANNELS].sort());
      const internal = channels.filter(
        (channel) => channel.id === 'press-conference' || channel.id === 'correction-request',
      );
      expect(internal.map((channel) => channel.basis)).toEqual(['internal', 'internal']);
    }
  });

  it('say who stands in the place of an agency of the past', () => {
    const briefing = (at: string): string | undefined =>
      route(loadProfile('hai-phong'), { at, origin: 'domestic', ...NONE }).channels.find(
        (channel) => channel.id === 'press-briefing',
      )?.condition;
    expect(briefing('2024-01-01')).not.toContain('nay là');
    expect(briefing('2026-01-01')).toContain('Bộ Thông tin và Truyền thông nay là Bộ Văn hóa, Thể thao và Du lịch');
  });

  it('cite the point or dash that names them', () => {
    const cited = route(loadProfile('lam-dong'), { origin: 'domestic', ...NONE }).citations.filter((citation) =>
      citation.for.startsWith('channel:'),
    );
    expect(cited).toContainEqual({
      for: 'channel:information-to-forces',
      part: 'regulation',
      article: 7,
      clause: 2,
      point: 'c',
      item: 5,
    });
  });
});

describe('bad questions', () => {
  const thaiBinh = loadProfile('thai-binh');

  it.each([
    ['at', { at: '2024-02-30', origin: 'domestic' as const, ...NONE }, /không/],
    ['at', { at: '2023-02-29T08:00:00+07:00', origin: 'domestic' as const, ...NONE }, /không có trên lịch; sửa ngày/],
    ['at', { at: '2024-13-01', origin: 'domestic' as const, ...NONE }, /không phải ngày giờ/],
    ['at', { at: 'hôm qua', origin: 'domestic' as const, ...NONE }, /không phải ngày giờ/],
    [
      'at',
      { at: '2010-01-01', origin: 'domestic' as const, ...NONE },
      /trước khi Quyết định 12\/2019\/QĐ-UBND có hiệu lực/,
    ],
    ['reportedBy', { reportedBy: 'so-la', origin: 'domestic' as const, ...NONE }, /không có cơ quan "so-la"/],
  ])('name the field %s', (field, query, says) => {
    expect(() => route(thaiBinh, query)).toThrow(QueryError);
    expect(() => route(thaiBinh, query)).toThrow(says);
    expect(() => route(thaiBinh, query)).toThrow(new RegExp(`^${field}: `));
  });

  it('counts the day in the zone of Viet Nam', () => {
    const at = (instant: string): string | null =>
      route(thaiBinh, { at: instant, origin: 'domestic', sectors: ['press-and-information'], places: [] }).lead;
    expect(at('2025-02-28T16:59:59Z')).toBe('so-thong-tin-va-truyen-thong');
    expect(at('2025-02-28T17:00:00Z')).toBe('so-van-hoa-the-thao-va-du-lich');
    expect(at('2025-02-28T23:59:59')).toBe('so-thong-tin-va-truyen-thong');
    expect(at('2025-03-01T00:00:00')).toBe('so-van-hoa-the-thao-va-du-lich');
  });
});
