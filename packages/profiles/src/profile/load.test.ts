import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCalendar } from '../calendar/calendar.ts';
import { deadline } from '../deadline/deadline.ts';
import { QueryError } from '../problem/problem.ts';
import { reportOccasions } from '../report/duty.ts';
import { route } from '../routing/route.ts';
import { showProfile } from '../show/show.ts';
import { checkProfileFile, loadProfile, loadProfileFile, loadProfiles, PROFILE_FOLDER, PROFILE_IDS } from './load.ts';

describe('loadProfiles', () => {
  it('reads the five provinces', () => {
    expect(loadProfiles().map((profile) => profile.id)).toEqual([
      'cao-bang',
      'hai-phong',
      'lam-dong',
      'thai-binh',
      'tra-vinh',
    ]);
    expect(PROFILE_IDS).toEqual(loadProfiles().map((profile) => profile.id));
  });

  it('says which profiles there are when asked for another', () => {
    expect(() => loadProfile('ha-noi')).toThrow(QueryError);
    expect(() => loadProfile('ha-noi')).toThrow(
      'profile: không có hồ sơ tỉnh "ha-noi"; dùng một trong: cao-bang, hai-phong, lam-dong, thai-binh, tra-vinh',
    );
  });

  it('marks everything that no regulation states as internal', () => {
    for (const profile of loadProfiles()) {
      for (const agency of profile.agencies.values())
        for (const duty of agency.duties) expect(duty.clauses.length, `${profile.id} ${agency.id}`).toBeGreaterThan(0);
      for (const rule of [...profile.sectors, ...profile.channels])
        expect(rule.clauses.length > 0, `${profile.id} ${JSON.stringify(rule)}`).toBe(rule.basis === 'law');
      for (const rule of profile.deadlines) expect(rule.clause !== null).toBe(rule.basis === 'law');
    }
  });

  it('takes an internal agency only where a sector or a successor leads to it', () => {
    const has = (id: string, agency: string): boolean => loadProfile(id).agencies.has(agency);
    expect(has('hai-phong', 'bo-chi-huy-quan-su-tinh')).toBe(false);
    expect(has('lam-dong', 'bo-chi-huy-quan-su-tinh')).toBe(true);
    expect(has('hai-phong', 'ban-tuyen-giao-va-dan-van-tinh-uy')).toBe(false);
    expect(has('hai-phong', 'ban-tuyen-giao-va-dan-van-thanh-uy')).toBe(true);
    expect(has('tra-vinh', 'ban-tuyen-giao-va-dan-van-tinh-uy')).toBe(true);
    expect(has('hai-phong', 'bo-van-hoa-the-thao-va-du-lich')).toBe(true);
  });

  it('gives each province its sources, its letterhead and its committees', () => {
    for (const profile of loadProfiles()) {
      expect(profile.sources.length).toBeGreaterThan(15);
      expect(new Set(profile.sources.map((source) => source.url)).size).toBe(profile.sources.length);
      expect(profile.office.parentBody).toContain('Ủy ban nhân dân');
      const districts = profile.units.filter((unit) => unit.tier === 'district');
      for (const district of districts)
        expect([...profile.agencies.values()].some((agency) => agency.unitCodes.includes(district.code))).toBe(true);
    }
  });
});

describe('a folder of profiles', () => {
  it('takes a new province as a new file whose name is its id', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ho-so-'));
    const example = join(import.meta.dirname, 'example');
    copyFileSync(join(example, 'song-xanh.yaml'), join(folder, 'song-xanh.yaml'));
    mkdirSync(join(folder, 'units'));
    copyFileSync(join(example, 'units', 'song-xanh.yaml'), join(folder, 'units', 'song-xanh.yaml'));
    writeFileSync(join(folder, 'ghi-chu.txt'), 'không phải hồ sơ');
    expect(loadProfiles(folder).map((profile) => profile.name)).toEqual(['Tỉnh Sông Xanh']);
    expect(loadProfile('song-xanh', folder)).toBe(loadProfile('song-xanh', folder));
    copyFileSync(join(folder, 'song-xanh.yaml'), join(folder, 'song-lam.yaml'));
    expect(() => loadProfile('song-lam', folder)).toThrow(/mã hồ sơ "song-xanh" khác tên tệp "song-lam"/);
    rmSync(folder, { recursive: true });
  });
});

describe('checkProfileFile', () => {
  it('finds units and internal rules of the software for a profile that stands elsewhere', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ho-so-'));
    const copy = join(folder, 'moi.yaml');
    copyFileSync(join(PROFILE_FOLDER, 'tra-vinh.yaml'), copy);
    expect(checkProfileFile(copy)).toEqual([]);
    expect(checkProfileFile(join(folder, 'khong-co.yaml'))).toEqual([
      expect.objectContaining({ line: 1, message: expect.stringContaining('không đọc được tệp') }),
    ]);
    rmSync(folder, { recursive: true });
  });
});

describe('files that a profile names', () => {
  const example = readFileSync(join(import.meta.dirname, 'example', 'song-xanh.yaml'), 'utf8');
  const SOURCE =
    '{ outlet: Báo Thử, url: "https://example.vn/", kind: feed, country: VN, language: vi, verified: false }';

  it('stand beside it, and go before those of the software', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ho-so-'));
    mkdirSync(join(folder, 'units'));
    copyFileSync(
      join(import.meta.dirname, 'example', 'units', 'song-xanh.yaml'),
      join(folder, 'units', 'hai-phong.yaml'),
    );
    writeFileSync(join(folder, 'sources.yaml'), `sources:\n  - ${SOURCE}\n`);
    const lists = `sourceLists: [sources.yaml]\nsources:\n  - ${SOURCE.replace('Báo Thử', 'Báo Riêng')}\noutside: []`;
    const path = join(folder, 'moi.yaml');
    writeFileSync(path, example.replace('units/song-xanh.yaml', 'units/hai-phong.yaml').replace('outside: []', lists));
    const profile = loadProfileFile(path);
    expect(profile.units[0]).toMatchObject({ code: '900', name: 'Tỉnh Sông Xanh' });
    expect(profile.sources.map(({ outlet }) => outlet)).toEqual(['Báo Thử', 'Báo Riêng']);
    rmSync(folder, { recursive: true });
  });
});

describe('showProfile', () => {
  it('names the receivers that the text names', () => {
    const ids = (id: string): string[] => showProfile(loadProfile(id)).recipients.map((recipient) => recipient.agency);
    expect(ids('thai-binh')).toContain('co-quan-dai-dien-nuoc-ngoai-o-viet-nam');
    expect(ids('lam-dong')).toContain('bo-thong-tin-va-truyen-thong');
    expect(ids('hai-phong')).not.toContain('co-quan-dai-dien-nuoc-ngoai-o-viet-nam');
  });

  it('survives JSON', () => {
    for (const profile of loadProfiles()) {
      const shown = showProfile(profile);
      expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
    }
  });
});

describe('a sixth, invented province', () => {
  const profile = loadProfileFile(join(import.meta.dirname, 'example', 'song-xanh.yaml'));

  it('routes', () => {
    const answer = route(profile, {
      at: '2023-05-01',
      origin: 'foreign',
      sectors: ['tourism'],
      places: ['Huyện Đồi Cát'],
    });
    expect(answer).toMatchObject({
      lead: 'so-song-nuoc',
      dossier: 'so-song-nuoc',
      coordinate: ['ubnd-huyen-doi-cat'],
      notify: ['so-song-nuoc', 'ubnd-huyen-doi-cat', 'ubnd-tinh'],
      basis: 'law',
    });
    expect(answer.channels.map((channel) => channel.id)).toEqual(['press-release', 'portal-post']);
  });

  it('follows successors and names units that share a name', () => {
    expect(route(profile, { at: '2025-05-01', origin: 'domestic', sectors: ['tourism'], places: [] })).toMatchObject({
      lead: 'so-song-nuoc-va-gio',
      basis: 'internal',
      why: expect.stringContaining('cần xác nhận'),
    });
    expect(() => route(profile, { origin: 'domestic', sectors: [], places: ['Xã Mây'] })).toThrow(
      /Xã Mây, Huyện Đồi Cát.*Xã Mây, Huyện Gò Sen/,
    );
  });

  it('refuses a day after the regulation and names what stands in its place', () => {
    expect(() => route(profile, { at: '2027-03-01', origin: 'domestic', sectors: [], places: [] })).toThrow(
      /hết hiệu lực ngày 31\/01\/2027 \(thay bằng 100\/2027\/QĐ-UBND\)/,
    );
  });

  it('counts its deadline, lists its report and shows itself', () => {
    const calendar = loadCalendar();
    const counted = deadline(profile, calendar, { rule: 'reply', startsAt: '2023-03-01T08:00:00+07:00' });
    expect(counted).toMatchObject({ dueAt: '2023-03-08T10:00:00.000Z', basis: 'law' });
    expect(reportOccasions(profile, calendar, 2024).map((occasion) => occasion.lastDay)).toEqual(['2024-02-29']);
    expect(showProfile(profile).clauses).toHaveLength(7);
  });
});
