import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ProfileId } from '@lamro/domain';
import { InvalidFileError, type Problem, QueryError } from '../problem/problem.ts';
import { unitFileSchema } from '../unit/schema.ts';
import { listUnits, TWO_TIERS_FROM, type Unit } from '../unit/unit.ts';
import { findProblems } from './check.ts';
import { parseYaml, problemAt, readYaml, type YamlFile } from './document.ts';
import { fillOpen } from './internal.ts';
import { assembleProfile, type Profile } from './profile.ts';
import { internalFileSchema, type ProfileFile, profileFileSchema, sourceListSchema } from './schema.ts';

/** Folder of the profiles that come with the software. */
export const PROFILE_FOLDER = join(import.meta.dirname, '..', '..', 'data');

/** The profiles of a folder: a new province is a new file, its name the id. */
export function listProfileIds(folder: string = PROFILE_FOLDER): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

/** The profiles that come with the software. */
export const PROFILE_IDS: readonly ProfileId[] = listProfileIds();

const loaded = new Map<string, Profile>();

/**
 * The profile of a province; each file is read once.
 *
 * @param folder where profiles stand; by default those of the software
 * @throws QueryError when there is no such profile; InvalidFileError when its file has a fault
 */
export function loadProfile(id: ProfileId, folder: string = PROFILE_FOLDER): Profile {
  const path = join(folder, `${id}.yaml`);
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const ids = listProfileIds(folder);
  if (!ids.includes(id))
    throw new QueryError('profile', `không có hồ sơ tỉnh "${id}"; dùng một trong: ${ids.join(', ')}`);
  const profile = loadProfileFile(path);
  if (profile.id !== id) {
    const message = `mã hồ sơ "${profile.id}" khác tên tệp "${id}"; đổi tên tệp hoặc sửa id`;
    throw new InvalidFileError([{ file: path, line: 1, path: 'id', message }]);
  }
  loaded.set(path, profile);
  return profile;
}

/** All profiles of a folder; by default those that come with the software. */
export function loadProfiles(folder: string = PROFILE_FOLDER): Profile[] {
  return listProfileIds(folder).map((id) => loadProfile(id, folder));
}

/**
 * Reads a profile from any file; the files it names are looked up beside it, then among those of the software.
 *
 * @throws InvalidFileError with every fault, its file, line and remedy
 */
export function loadProfileFile(path: string): Profile {
  return parseProfile(readText(path, path, 1), path);
}

/**
 * Reads a profile from its text.
 *
 * @param path where the text stands, for messages and for the files it names
 * @throws InvalidFileError with every fault, its file, line and remedy
 */
export function parseProfile(content: string, path: string): Profile {
  const yaml = readYaml(path, content);
  const stated = parseYaml(yaml, profileFileSchema);
  const problems: Problem[] = [];
  const file = collect(problems, stated, () => withInternalRules(yaml, stated, path));
  // Without its internal rules a profile misses agencies for a reason already told.
  if (problems.length === 0) problems.push(...findProblems(yaml, file));
  const units = collect(problems, [], () => readUnits(yaml, file, path));
  const sources = file.sourceLists.flatMap((list, index) =>
    collect(problems, [], () => readSources(yaml, list, index, path)),
  );
  problems.push(...findUnitProblems(yaml, file, units), ...findEarlierUnitProblems(yaml, file, units));
  if (problems.length > 0) throw new InvalidFileError(problems);
  return assembleProfile(file, units, [...sources, ...file.sources]);
}

/** Faults of a profile file, empty when it may be used. */
export function checkProfileFile(path: string): readonly Problem[] {
  return faultsOf(() => loadProfileFile(path));
}

/** Faults of a profile text, empty when it may be used. */
export function checkProfile(content: string, path: string): readonly Problem[] {
  return faultsOf(() => parseProfile(content, path));
}

function faultsOf(read: () => unknown): readonly Problem[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof InvalidFileError) return error.problems;
    throw error;
  }
}

function collect<T>(problems: Problem[], fallback: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidFileError)) throw error;
    problems.push(...error.problems);
    return fallback;
  }
}

function withInternalRules(yaml: YamlFile, file: ProfileFile, path: string): ProfileFile {
  if (file.internal === null) return file;
  const target = beside(path, file.internal);
  const content = readText(target, path, yaml.lineOf(['internal']));
  return fillOpen(file, parseYaml(readYaml(target, content), internalFileSchema));
}

function readUnits(yaml: YamlFile, file: ProfileFile, path: string): Unit[] {
  const target = beside(path, file.units);
  const content = readText(target, path, yaml.lineOf(['units']));
  return listUnits(parseYaml(readYaml(target, content), unitFileSchema), file.unitSuccessors, file.earlierUnits);
}

function readSources(yaml: YamlFile, list: string, index: number, path: string): ProfileFile['sources'] {
  const target = beside(path, list);
  const content = readText(target, path, yaml.lineOf(['sourceLists', index]));
  return parseYaml(readYaml(target, content), sourceListSchema).sources;
}

/** A file named by a profile stands beside it, or among the files that come with the software. */
function beside(path: string, name: string): string {
  const near = resolve(dirname(path), name);
  const shipped = join(PROFILE_FOLDER, name);
  return !existsSync(near) && existsSync(shipped) ? shipped : near;
}

function readText(target: string, namedIn: string, line: number): string {
  try {
    return readFileSync(target, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `không đọc được tệp ${target} (${reason}); kiểm tra đường dẫn và quyền đọc`;
    throw new InvalidFileError([{ file: namedIn, line, path: '', message }]);
  }
}

function findEarlierUnitProblems(yaml: YamlFile, file: ProfileFile, units: readonly Unit[]): Problem[] {
  return file.earlierUnits.flatMap((ended, index) => {
    const path = ['earlierUnits', index];
    const same = units.filter((unit) => unit.code === ended.code).length;
    const known =
      ended.successor === null || units.some((unit) => unit.until === null && unit.code === ended.successor);
    return [
      ...(same > 1 ? [problemAt(yaml, [...path, 'code'], `mã ${ended.code} đã dùng; đổi mã`)] : []),
      ...(known ? [] : [problemAt(yaml, [...path, 'successor'], `không có đơn vị mã ${ended.successor}; sửa mã`)]),
      ...(ended.until < TWO_TIERS_FROM
        ? []
        : [problemAt(yaml, [...path, 'until'], 'ngày cuối phải trước 2025-07-01; sửa until')]),
    ];
  });
}

function findUnitProblems(yaml: YamlFile, file: ProfileFile, units: readonly Unit[]): Problem[] {
  if (units.length === 0) return [];
  return Object.entries(file.unitSuccessors).flatMap(([code, heir]) => {
    const path = ['unitSuccessors', code];
    const known = units.some((unit) => unit.era === 'before-2025-07' && unit.code === code);
    const stands = units.some((unit) => unit.era === 'since-2025-07' && unit.code === heir);
    return [
      ...(known ? [] : [problemAt(yaml, path, `không có đơn vị cũ mã ${code}; sửa mã`)]),
      ...(stands ? [] : [problemAt(yaml, path, `không có đơn vị mới mã ${heir}; sửa mã`)]),
    ];
  });
}
