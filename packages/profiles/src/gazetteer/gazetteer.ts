import { existsSync, readFileSync } from 'node:fs';
import { type Gazetteer, type GazetteerUnit, gazetteerSchema, profileIdSchema } from '@lamro/domain';
import { parse } from 'yaml';
import type { z } from 'zod';
import { countryFileSchema, type NamesFile, namesFileSchema, type UnitsFile, unitsFileSchema } from './schema.ts';

const DATA = new URL('../../data/', import.meta.url);

/**
 * Everything by which an article can be about a province: its administrative units of both eras, their names in the watched
 * languages, landmarks, zones, ports, festivals and products, and the wordings that only look like them.
 *
 * @param profileId e.g. `hai-phong`
 * @param data folder that holds `units/` and `gazetteer/`, as a file URL ending in a slash
 * @throws Error in Vietnamese when the profile has no list of units, or a file does not fit its schema
 */
export function loadGazetteer(profileId: string, data: URL = DATA): Gazetteer {
  const profile = profileIdSchema.parse(profileId);
  const units = readYaml(new URL(`units/${profile}.yaml`, data), unitsFileSchema);
  const namesUrl = new URL(`gazetteer/${profile}.yaml`, data);
  const names: NamesFile = existsSync(namesUrl)
    ? readYaml(namesUrl, namesFileSchema)
    : { profile, names: {}, units: [], lookAlikes: [], context: {} };
  const country = readYaml(new URL('gazetteer/viet-nam.yaml', data), countryFileSchema);
  const administrative = administrativeUnits(units);
  refuseUnknownNames(names, administrative, namesUrl);
  return gazetteerSchema.parse({
    profile,
    units: [
      ...administrative.map((unit) => ({ ...unit, names: names.names[unit.name] ?? {} })),
      ...names.units.map((entry) => ({ ...entry, parent: entry.parent ?? units.since.code })),
    ],
    lookAlikes: [...country.lookAlikes, ...names.lookAlikes],
    context: mergeWords(country.context, names.context),
  });
}

function readYaml<T extends z.ZodType>(url: URL, schema: T): z.infer<T> {
  if (!existsSync(url)) {
    throw new Error(`Không tìm thấy tệp ${url.pathname}; hãy kiểm tra mã hồ sơ tỉnh và thư mục dữ liệu.`);
  }
  const result = schema.safeParse(parse(readFileSync(url, 'utf8')));
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Tệp ${url.pathname} không đúng mẫu; hãy sửa:\n${issues.join('\n')}`);
}

function administrativeUnits(file: UnitsFile): GazetteerUnit[] {
  const since = file.since.communes.map((commune) => unit(commune, 'commune', 'since-2025-07', file.since.code));
  const kept = new Set(since.map(identity));
  const before = file.before.districts.flatMap((district) => [
    unit(district, 'district', 'before-2025-07', file.before.code),
    ...district.communes.map((commune) => unit(commune, 'commune', 'before-2025-07', district.code)),
  ]);
  return [...provinces(file), ...before.filter((old) => !kept.has(identity(old))), ...since].map((entry) =>
    kept.has(identity(entry)) && before.some((old) => identity(old) === identity(entry))
      ? { ...entry, era: 'both' }
      : entry,
  );
}

function provinces(file: UnitsFile): GazetteerUnit[] {
  if (identity(file.before) === identity(file.since)) return [unit(file.since, 'province', 'both', null)];
  return [
    { ...unit(file.before, 'province', 'before-2025-07', null), successor: file.since.code },
    unit(file.since, 'province', 'since-2025-07', null),
  ];
}

function identity(entry: { code: string; name: string }): string {
  return `${entry.code} ${entry.name}`;
}

function unit(
  entry: { code: string; name: string },
  kind: GazetteerUnit['kind'],
  era: GazetteerUnit['era'],
  parent: string | null,
): GazetteerUnit {
  return { code: entry.code, name: entry.name, kind, era, parent, successor: null, names: {} };
}

function refuseUnknownNames(names: NamesFile, administrative: readonly GazetteerUnit[], url: URL): void {
  const known = new Set(administrative.map((entry) => entry.name));
  const unknown = Object.keys(names.names).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error(
      `Tệp ${url.pathname}: mục names có tên không nằm trong danh mục đơn vị hành chính: ${unknown.join(', ')}; ` +
        'hãy ghi đúng tên đầy đủ như trong thư mục units.',
    );
  }
}

function mergeWords(first: Record<string, string[]>, second: Record<string, string[]>): Record<string, string[]> {
  const merged = { ...first };
  for (const [language, words] of Object.entries(second)) merged[language] = [...(merged[language] ?? []), ...words];
  return merged;
}
