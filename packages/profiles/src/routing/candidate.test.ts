import { describe, expect, it } from 'vitest';
import { shortClause } from '../clause/clause.ts';
import { loadProfile } from '../profile/load.ts';
import type { Profile } from '../profile/profile.ts';
import { resolvePlace } from '../unit/resolve.ts';
import type { Unit } from '../unit/unit.ts';
import { type Candidate, candidateForPlace, candidateForSector, confirmed } from './candidate.ts';
import { chooseLead } from './lead.ts';

const haiPhong = loadProfile('hai-phong');
const shown = ({ clauses, ...rest }: Candidate) => ({ ...rest, clauses: clauses.map(shortClause) });
const place = (profile: Profile, name: string, day: string | null) =>
  shown(candidateForPlace(profile, resolvePlace(profile.units, name, day, 'places[0]'), day));
const nobody = (reason: string) => ({ id: null, with: [], basis: 'internal', confirm: null, clauses: [], reason });

describe('candidateForSector', () => {
  it('rests on the clause while the agency stands, and asks for a confirmation when another took over', () => {
    const reason = 'nội dung thuộc lĩnh vực du lịch';
    const clauses = ['Đ17.1', 'Đ17.2'];
    expect(shown(candidateForSector(haiPhong, 'tourism', '2024-01-01'))).toEqual({
      id: 'so-du-lich',
      with: [],
      basis: 'law',
      confirm: null,
      clauses,
      reason,
    });
    expect(shown(candidateForSector(haiPhong, 'tourism', '2026-01-01'))).toEqual({
      id: 'so-van-hoa-the-thao-va-du-lich',
      with: [],
      basis: 'internal',
      confirm: 'Sở Văn hóa, Thể thao và Du lịch (trước đây: Sở Du lịch)',
      clauses,
      reason,
    });
  });

  it('names every change of those beside the lead, and no agency twice', () => {
    const [rule] = haiPhong.sectors.filter(({ sector }) => sector === 'tourism');
    if (rule === undefined) throw new Error('no rule for tourism');
    const beside = ['so-van-hoa-va-the-thao', 'so-ngoai-vu'];
    const profile = { ...haiPhong, sectors: [{ ...rule, basis: 'internal' as const, with: beside }] };
    expect(shown(candidateForSector(profile, 'tourism', '2026-01-01'))).toMatchObject({
      id: 'so-van-hoa-the-thao-va-du-lich',
      with: ['so-ngoai-vu'],
      basis: 'internal',
      confirm:
        'Sở Văn hóa, Thể thao và Du lịch (trước đây: Sở Du lịch); ' +
        'Sở Văn hóa, Thể thao và Du lịch (trước đây: Sở Văn hóa và Thể thao)',
      reason: 'nội dung thuộc lĩnh vực du lịch (cơ quan giữ lĩnh vực xác định theo quy định nội bộ)',
    });
  });

  it('takes the entry in force on the day, its first and its last day included', () => {
    const [rule] = haiPhong.sectors.filter(({ sector }) => sector === 'tourism');
    if (rule === undefined) throw new Error('no rule for tourism');
    const sectors = [
      { ...rule, agency: 'so-ngoai-vu', to: '2024-05-31' },
      { ...rule, agency: 'so-du-lich', from: '2024-06-01' },
    ];
    const held = (day: string | null) => candidateForSector({ ...haiPhong, sectors }, 'tourism', day).id;
    expect(['2024-05-31', '2024-06-01', null].map(held)).toEqual(['so-ngoai-vu', 'so-du-lich', 'so-ngoai-vu']);
  });

  it('gives nobody where the text gives nobody, with the reason', () => {
    expect(shown(candidateForSector({ ...haiPhong, sectors: [] }, 'tourism', null))).toEqual(
      nobody('lĩnh vực du lịch: văn bản không giao lĩnh vực này cho cơ quan nào.'),
    );
  });
});

describe('candidateForPlace', () => {
  const caoBang = loadProfile('cao-bang');

  it('is the district while there are districts, the commune since', () => {
    const district = {
      id: 'ubnd-huyen-bao-lam',
      with: [],
      basis: 'law',
      confirm: null,
      clauses: caoBang.routing.lead.placeClauses.map(shortClause),
    };
    expect(place(caoBang, 'Xã Lý Bôn', '2025-06-30')).toEqual({
      ...district,
      reason: 'nội dung thuộc địa bàn Xã Lý Bôn, Huyện Bảo Lâm',
    });
    expect(place(caoBang, 'Huyện Bảo Lâm', null)).toEqual({
      ...district,
      reason: 'nội dung thuộc địa bàn Huyện Bảo Lâm',
    });
    expect(place(caoBang, 'Xã Bảo Lâm', '2025-07-01')).toEqual({
      id: 'ubnd-xa-bao-lam',
      with: [],
      basis: 'internal',
      confirm: 'Ủy ban nhân dân xã Bảo Lâm (cấp huyện không còn từ ngày 01/7/2025)',
      clauses: [],
      reason: 'nội dung thuộc địa bàn Xã Bảo Lâm',
    });
  });

  it('is the heir of a unit that has gone, to be confirmed', () => {
    expect(place(haiPhong, 'Huyện Cát Hải', '2026-01-01')).toEqual({
      id: 'ubnd-dac-khu-cat-hai',
      with: [],
      basis: 'internal',
      confirm: 'Ủy ban nhân dân đặc khu Cát Hải (trước đây là Huyện Cát Hải)',
      clauses: [],
      reason: 'nội dung thuộc địa bàn Đặc khu Cát Hải',
    });
  });

  it('is the district that took over one that ended earlier', () => {
    const cauKe = loadProfile('tra-vinh');
    const [heir] = cauKe.units.filter(({ name }) => name === 'Huyện Cầu Kè');
    if (heir === undefined) throw new Error('no such district');
    const ended: Unit = { ...heir, code: 'cu', name: 'Huyện Cũ', until: '2023-12-31', successor: heir.code };
    const profile = { ...cauKe, units: [...cauKe.units, ended] };
    expect(place(profile, 'Huyện Cũ', '2024-01-01')).toEqual({
      id: 'ubnd-huyen-cau-ke',
      with: [],
      basis: 'internal',
      confirm: 'Ủy ban nhân dân huyện Cầu Kè (trước đây là Huyện Cũ)',
      clauses: profile.routing.lead.placeClauses.map(shortClause),
      reason: 'nội dung thuộc địa bàn Huyện Cầu Kè',
    });
    expect(
      place({ ...profile, units: [...cauKe.units, { ...ended, successor: null }] }, 'Huyện Cũ', '2024-01-01'),
    ).toEqual(
      nobody('Huyện Cũ không còn sau ngày 31/12/2023 và chưa có ánh xạ sang một đơn vị mới; nêu tên đơn vị mới'),
    );
  });

  it('looks for the holder of a commune among the units of its own time', () => {
    const [commune] = caoBang.units.filter(({ name, era }) => name === 'Xã Lý Bôn' && era === 'before-2025-07');
    if (commune === undefined) throw new Error('no such commune');
    const namesake: Unit = { ...commune, code: commune.parent ?? '', name: 'Xã Trùng Mã', era: 'since-2025-07' };
    expect(place({ ...caoBang, units: [namesake, ...caoBang.units] }, 'Xã Lý Bôn', '2024-01-01').id).toBe(
      'ubnd-huyen-bao-lam',
    );
    expect(place({ ...caoBang, units: [commune] }, 'Xã Lý Bôn', null)).toEqual(
      nobody('không rõ đơn vị cấp huyện của Xã Lý Bôn'),
    );
  });

  it.each([
    ['Xã Không Có', null, 'không có đơn vị "Xã Không Có" trong danh mục của tỉnh'],
    ['Tỉnh Cao Bằng', null, 'Tỉnh Cao Bằng là cả tỉnh nên không xác định được cơ quan theo địa bàn'],
    ['Xã Bảo Lâm', '2025-06-30', 'Xã Bảo Lâm chưa lập vào ngày 30/06/2025'],
    [
      'Huyện Hà Quảng',
      '2025-07-01',
      'Huyện Hà Quảng không còn sau ngày 30/06/2025 và chưa có ánh xạ sang một đơn vị mới; nêu tên đơn vị mới',
    ],
  ])('is nobody for %s on %s', (name, day, reason) => {
    expect(place(caoBang, name, day)).toEqual(nobody(reason));
  });
});

describe('confirmed', () => {
  it('knows nobody where the successor is not known', () => {
    const agency = haiPhong.agencies.get('so-ngoai-vu');
    if (agency === undefined) throw new Error('no such agency');
    const gone = { ...agency, to: '2024-12-31', successor: null };
    const profile = { ...haiPhong, agencies: new Map([...haiPhong.agencies, [agency.id, gone] as const]) };
    expect(confirmed(profile, agency.id, '2024-12-31')).toEqual({ id: agency.id, confirm: null });
    expect(confirmed(profile, agency.id, '2025-01-01')).toEqual({
      id: null,
      confirm: `chưa rõ cơ quan kế nhiệm của ${agency.name}`,
    });
  });
});

describe('chooseLead', () => {
  it('lets a clause for the origin go first, as internal once another stands in its place', () => {
    const clauses = haiPhong.routing.lead.clauses.slice(0, 1);
    const rule = { origin: 'foreign' as const, agency: 'so-du-lich', clauses, summary: 'Báo nước ngoài.' };
    const profile = { ...haiPhong, routing: { ...haiPhong.routing, leadByOrigin: [rule] } };
    const query = { origin: 'foreign' as const, sectors: ['other' as const, 'health' as const], places: [] };
    const choice = chooseLead(profile, query, '2026-01-01');
    expect(choice.lead).toEqual({
      id: 'so-van-hoa-the-thao-va-du-lich',
      with: [],
      basis: 'internal',
      clauses,
      reason: 'Báo nước ngoài.',
      confirm: 'Sở Văn hóa, Thể thao và Du lịch (trước đây: Sở Du lịch)',
    });
    expect(choice).toMatchObject({ coordinate: ['so-y-te'], clauses });
    expect(choice.weighed).toHaveLength(2);
    expect(chooseLead(profile, query, '2024-01-01').lead?.basis).toBe('law');
    expect(chooseLead(profile, { ...query, origin: 'domestic' }, '2024-01-01').lead?.id).toBe('so-y-te');
  });
});
