import { join } from 'node:path';
import type { Route } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { shortClause } from '../clause/clause.ts';
import { loadProfile, loadProfileFile } from '../profile/load.ts';
import { route } from './route.ts';

/** Everything but the channels, clauses in their short form. */
function withoutChannels({ channels: _channels, citations, ...rest }: Route) {
  const cites = citations.filter((citation) => !citation.for.startsWith('channel:'));
  return { ...rest, cites: cites.map((citation) => `${citation.for} ${shortClause(citation)}`) };
}

describe('a whole answer', () => {
  it('rests on law while every agency stands', () => {
    const query = {
      at: '2024-05-01',
      origin: 'domestic' as const,
      sectors: ['tourism' as const],
      places: ['Huyện Bảo Lâm'],
    };
    expect(withoutChannels(route(loadProfile('lam-dong'), query))).toEqual({
      lead: 'so-van-hoa-the-thao-va-du-lich',
      dossier: 'so-thong-tin-va-truyen-thong',
      coordinate: ['ubnd-huyen-bao-lam'],
      notify: ['ubnd-tinh', 'bo-thong-tin-va-truyen-thong', 'so-van-hoa-the-thao-va-du-lich', 'ubnd-huyen-bao-lam'],
      monitor: ['so-van-hoa-the-thao-va-du-lich', 'so-thong-tin-va-truyen-thong'],
      cites: [
        'lead Đ7.2b',
        'lead Đ16.2',
        'lead Đ10.1',
        'dossier Đ8.9',
        'coordinate Đ8.9',
        'notify Đ7.2b',
        'monitor Đ7.2b',
        'monitor Đ8.9',
      ],
      basis: 'law',
      why:
        'Sở Văn hóa, Thể thao và Du lịch chủ trì vì nội dung thuộc lĩnh vực du lịch ' +
        '(điểm b khoản 2 Điều 7 Quy chế; khoản 2 Điều 16 Quy chế; khoản 1 Điều 10 Quy chế).',
    });
  });

  it('names what to confirm and what gave nobody, when agencies and units have gone', () => {
    const query = {
      at: '2026-05-01',
      origin: 'foreign' as const,
      sectors: ['tourism' as const, 'health' as const],
      places: ['Huyện Cát Hải', 'Quận Ngô Quyền'],
    };
    expect(withoutChannels(route(loadProfile('hai-phong'), query))).toEqual({
      lead: 'so-van-hoa-the-thao-va-du-lich',
      dossier: 'so-van-hoa-the-thao-va-du-lich',
      coordinate: ['so-y-te', 'ubnd-dac-khu-cat-hai'],
      notify: [],
      monitor: ['so-ngoai-vu'],
      cites: [
        'lead Đ9.2',
        'lead Đ19.7',
        'lead Đ17.1',
        'lead Đ17.2',
        'dossier Đ19.7',
        'coordinate Đ9.2',
        'coordinate Đ20.2a',
        'monitor Đ13.5',
      ],
      basis: 'internal',
      why:
        'Sở Văn hóa, Thể thao và Du lịch chủ trì vì nội dung thuộc lĩnh vực du lịch (khoản 2 Điều 9 Quy chế; ' +
        'khoản 7 Điều 19 Quy chế; khoản 1 Điều 17 Quy chế; khoản 2 Điều 17 Quy chế); Quận Ngô Quyền không còn sau ngày ' +
        '30/06/2025 và chưa có ánh xạ sang một đơn vị mới; nêu tên đơn vị mới; cần xác nhận: Sở Văn hóa, Thể thao và ' +
        'Du lịch (trước đây: Sở Du lịch); Ủy ban nhân dân đặc khu Cát Hải (trước đây là Huyện Cát Hải).',
    });
  });

  it('does not tell the agency that reported', () => {
    const query = {
      at: '2024-05-01',
      origin: 'domestic' as const,
      sectors: ['press-and-information' as const],
      places: [],
    };
    const told = (reportedBy: string | null) => route(loadProfile('thai-binh'), { ...query, reportedBy }).notify;
    expect(told(null)).toEqual(['ubnd-tinh', 'so-thong-tin-va-truyen-thong']);
    expect(told('so-thong-tin-va-truyen-thong')).toEqual(['ubnd-tinh']);
    expect(told('ubnd-tinh')).toEqual(['so-thong-tin-va-truyen-thong']);
  });

  it('leaves the lead to a person when only the whole province was asked for', () => {
    const query = { origin: 'domestic' as const, sectors: ['other' as const], places: ['Tỉnh Thái Bình'] };
    expect(withoutChannels(route(loadProfile('thai-binh'), query))).toEqual({
      lead: null,
      dossier: 'so-thong-tin-va-truyen-thong',
      coordinate: [],
      notify: ['ubnd-tinh', 'so-thong-tin-va-truyen-thong'],
      monitor: ['so-thong-tin-va-truyen-thong'],
      cites: ['dossier Đ10.5', 'notify Đ7.2', 'monitor Đ10.9'],
      basis: 'internal',
      why:
        'Chưa xác định được cơ quan chủ trì vì Tỉnh Thái Bình là cả tỉnh nên không xác định được cơ quan theo địa bàn; ' +
        'người có thẩm quyền quyết định.',
    });
    expect(route(loadProfile('thai-binh'), { origin: 'domestic', sectors: ['other'], places: [] }).why).toBe(
      'Chưa xác định được cơ quan chủ trì vì không có lĩnh vực hay địa bàn nào để xác định; người có thẩm quyền quyết định.',
    );
  });

  it('goes by the place where the sector gives nobody', () => {
    const query = {
      at: '2024-01-01',
      origin: 'domestic' as const,
      sectors: ['human-rights' as const],
      places: ['Huyện Cầu Kè'],
    };
    expect(withoutChannels(route(loadProfile('tra-vinh'), query))).toEqual({
      lead: 'ubnd-huyen-cau-ke',
      dossier: 'ubnd-huyen-cau-ke',
      coordinate: [],
      notify: ['ubnd-tinh'],
      monitor: [],
      cites: ['lead Đ5.2', 'dossier Đ5.2', 'notify Đ5.2'],
      basis: 'law',
      why:
        'Ủy ban nhân dân huyện Cầu Kè chủ trì vì nội dung thuộc địa bàn Huyện Cầu Kè (khoản 2 Điều 5 Quy định); ' +
        'lĩnh vực quyền con người: văn bản không giao lĩnh vực này cho cơ quan nào.',
    });
  });
});

describe('the invented province', () => {
  const profile = loadProfileFile(join(import.meta.dirname, '..', 'profile', 'example', 'song-xanh.yaml'));

  it('has the place watched when the sector gives nobody', () => {
    const answer = route(profile, { origin: 'domestic', sectors: ['health'], places: ['Huyện Đồi Cát'] });
    expect(answer.monitor).toEqual(['ubnd-huyen-doi-cat']);
  });

  it('cites the clause for places alone when the place decides', () => {
    const placeClauses = profile.tree.leaves.filter((leaf) => shortClause(leaf) === 'Đ3');
    const routing = { ...profile.routing, lead: { ...profile.routing.lead, placeClauses } };
    const leadCites = (sectors: 'tourism'[]) =>
      withoutChannels(
        route({ ...profile, routing }, { origin: 'domestic', sectors, places: ['Huyện Đồi Cát'] }),
      ).cites.filter((cite) => cite.startsWith('lead '));
    expect(leadCites([])).toEqual(['lead Đ3']);
    expect(leadCites(['tourism'])).toEqual(['lead Đ2.1', 'lead Đ1']);
  });

  it('keeps a full stop within a reason and drops the last', () => {
    const rule = { ...profile.sectors[0], sector: 'health' as const, agency: null, basis: 'internal' as const };
    const sectors = [
      { with: [], clauses: [], from: null, to: null, ...rule, summary: 'Theo TP. Sông Xanh thì chưa rõ.' },
    ];
    const { why } = route({ ...profile, sectors }, { origin: 'domestic', sectors: ['health'], places: [] });
    expect(why).toBe(
      'Chưa xác định được cơ quan chủ trì vì lĩnh vực y tế: theo TP. Sông Xanh thì chưa rõ; người có thẩm quyền quyết định.',
    );
  });

  it.each([
    ['2021-01-31', 'trước khi Quyết định 99/2021/QĐ-UBND có hiệu lực từ 01/02/2021; chọn'],
    ['2027-02-01', 'sau khi Quyết định 99/2021/QĐ-UBND hết hiệu lực ngày 31/01/2027; chọn'],
  ])('is not in force on %s, and names no other document where none is known', (at, says) => {
    const regulation = { ...profile.regulation, replacedBy: null };
    const [year, month, day] = at.split('-');
    expect(() => route({ ...profile, regulation }, { at, origin: 'domestic', sectors: [], places: [] })).toThrow(
      `at: ngày ${day}/${month}/${year} ${says} ngày khác hoặc nạp hồ sơ của văn bản đó`,
    );
  });

  it.each(['2021-02-01', '2027-01-31'])('is in force on %s', (at) => {
    expect(route(profile, { at, origin: 'domestic', sectors: ['tourism'], places: [] }).lead).not.toBeNull();
  });

  it('has channels with their conditions and nothing added', () => {
    expect(route(profile, { at: '2026-01-01', origin: 'domestic', sectors: [], places: [] }).channels).toEqual([
      { id: 'press-release', open: true, basis: 'law', condition: 'Khi cần.', who: 'Cơ quan trả lời' },
      { id: 'portal-post', open: true, basis: 'law', condition: 'Bằng tiếng Việt.', who: 'Cơ quan trả lời' },
    ]);
  });

  it('shows each agency of a condition once that has another name now, or no known successor', () => {
    const [first] = profile.channels;
    if (first === undefined) throw new Error('no channel');
    const named = { ...first, convenedBy: ['so-song-nuoc', 'ubnd-tinh'], requestedBy: ['so-song-nuoc'] };
    const shown = (at: string, change: object = {}) => {
      const agency = profile.agencies.get('so-song-nuoc');
      if (agency === undefined) throw new Error('no such agency');
      const agencies = new Map([...profile.agencies, [agency.id, { ...agency, ...change }] as const]);
      const changed = { ...profile, channels: [named], agencies };
      return route(changed, { at, origin: 'domestic', sectors: [], places: [] }).channels[0]?.condition;
    };
    expect(shown('2024-12-31')).toBe('Khi cần.');
    expect(shown('2025-01-01')).toBe('Khi cần. (Sở Sông nước nay là Sở Sông nước và Gió; cần xác nhận)');
    expect(shown('2025-01-01', { successor: null })).toBe(
      'Khi cần. (chưa rõ cơ quan kế nhiệm của Sở Sông nước; cần xác nhận)',
    );
  });
});
