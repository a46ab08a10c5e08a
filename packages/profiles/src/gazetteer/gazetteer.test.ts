import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { loadGazetteer } from './gazetteer.ts';

const PROFILES = ['thai-binh', 'hai-phong', 'lam-dong', 'cao-bang', 'tra-vinh'];
const WATCHED = ['en', 'fr', 'zh', 'ja', 'ko', 'ru', 'th', 'km', 'lo'];

it.each(PROFILES)('%s: the province is named in every watched language', (profile) => {
  const gazetteer = loadGazetteer(profile);
  const province = gazetteer.units.find((unit) => unit.kind === 'province');
  expect(Object.keys(province?.names ?? {})).toEqual(expect.arrayContaining(WATCHED));
  expect(Object.keys(gazetteer.context)).toEqual(expect.arrayContaining(['vi', ...WATCHED]));
});

it.each(PROFILES)('%s: every unit that is not administrative stands in one that is', (profile) => {
  const { units } = loadGazetteer(profile);
  const codes = new Set(units.map((unit) => unit.code));
  const others = units.filter((unit) => !/^\d+$/.test(unit.code));
  expect(others.length).toBeGreaterThan(8);
  for (const unit of others) expect(codes, unit.name).toContain(unit.parent ?? unit.successor);
});

it('keeps units of both lists, and one entry where both have the same code and name', () => {
  const { units } = loadGazetteer('cao-bang');
  const named = (name: string): (string | null)[] => units.filter((unit) => unit.name === name).map((unit) => unit.era);
  expect(named('Tỉnh Cao Bằng')).toEqual(['both']);
  expect(named('Huyện Bảo Lạc')).toEqual(['before-2025-07']);
  expect(named('Phường Thục Phán')).toEqual(['since-2025-07']);
  expect(named('Xã Lý Bôn')).toEqual(['both']);
});

it('follows the province that answers today and keeps the former name', () => {
  const provinces = loadGazetteer('thai-binh').units.filter((unit) => unit.kind === 'province');
  expect(provinces.map((unit) => [unit.name, unit.era, unit.successor])).toEqual([
    ['Tỉnh Thái Bình', 'before-2025-07', '33'],
    ['Tỉnh Hưng Yên', 'since-2025-07', null],
  ]);
});

it('says what is wrong with an unknown profile or an unknown unit', () => {
  expect(() => loadGazetteer('khong-co')).toThrow('Không tìm thấy tệp');
  const data = mkdtempSync(path.join(tmpdir(), 'gazetteer-'));
  for (const folder of ['units', 'gazetteer']) mkdirSync(path.join(data, folder));
  writeFileSync(
    path.join(data, 'units/thu.yaml'),
    'before: { code: "90", name: Tỉnh Thử, districts: [] }\nsince: { code: "90", name: Tỉnh Thử, communes: [] }\n',
  );
  writeFileSync(path.join(data, 'gazetteer/viet-nam.yaml'), 'context: { en: [Vietnam] }\n');
  const url = pathToFileURL(`${data}/`);
  expect(loadGazetteer('thu', url).units).toHaveLength(1);
  writeFileSync(
    path.join(data, 'gazetteer/thu.yaml'),
    'profile: thu\nnames: { Huyện Không Có: { en: [Nowhere] }, Xã Ma: {} }\n',
  );
  expect(() => loadGazetteer('thu', url)).toThrow(
    'mục names có tên không nằm trong danh mục đơn vị hành chính: Huyện Không Có, Xã Ma; hãy ghi đúng tên đầy đủ như trong thư mục units.',
  );
  writeFileSync(path.join(data, 'gazetteer/thu.yaml'), 'profile: thu\nunit: []\n');
  expect(() => loadGazetteer('thu', url)).toThrow('không đúng mẫu');
});
