import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALLOWED, BROKEN_RULES, UNKNOWN_AGENCIES, UNKNOWN_CLAUSES, WRONG_FORM } from '../../test/profile-faults.ts';
import { formatProblem } from '../problem/problem.ts';
import { checkProfile } from './load.ts';

const path = join(import.meta.dirname, 'example', 'song-xanh.yaml');
const good = readFileSync(path, 'utf8');

/** The text with one passage changed; fails when the passage is not there exactly once. */
function changed(from: string, to: string): string {
  expect(good.split(from)).toHaveLength(2);
  return good.replace(from, to);
}

function lineOf(text: string, passage: string): number {
  return text.slice(0, text.indexOf(passage)).split('\n').length;
}

describe('checkProfile', () => {
  it('finds nothing wrong in a province that nobody wrote code for', () => {
    expect(checkProfile(good, path).map(formatProblem)).toEqual([]);
  });

  describe.each([
    ['an unknown agency', UNKNOWN_AGENCIES],
    ['an unknown clause', UNKNOWN_CLAUSES],
    ['a broken rule', BROKEN_RULES],
    ['a wrong form', WRONG_FORM],
  ])('names file, line, place and remedy of %s', (_kind, faults) => {
    it.each(faults.map((fault) => [fault[0], fault] as const))('%s', (_name, [, from, to, ...found]) => {
      const broken = changed(from, to);
      expect(checkProfile(broken, path).map(formatProblem)).toEqual(
        found.map(([at, says]) => `${path}:${lineOf(broken, at)}: ${says}`),
      );
    });
  });

  it.each(ALLOWED)('allows: %s', (_name, from, to) => {
    expect(checkProfile(changed(from, to), path).map(formatProblem)).toEqual([]);
  });

  it('names a key that stands twice', () => {
    const twice = changed('place: Sông Xanh', 'place: Sông Xanh\n  place: Sông Lam');
    expect(checkProfile(twice, path)).toEqual([
      {
        file: path,
        line: lineOf(twice, 'place: Sông Lam'),
        path: '',
        message: expect.stringMatching(/^không phải YAML hợp lệ: .*; sửa cú pháp ở dòng này$/),
      },
    ]);
  });
});

describe('files that a profile names', () => {
  const missing = (name: string): unknown => ({
    file: path,
    line: expect.any(Number),
    path: '',
    message: expect.stringMatching(
      new RegExp(`^không đọc được tệp .*/example/${name} \\(ENOENT: .*\\); kiểm tra đường dẫn và quyền đọc$`),
    ),
  });

  it.each([
    ['units', 'units: units/song-xanh.yaml', 'units: khong-co.yaml'],
    ['internal rules', 'outside: []', 'internal: khong-co.yaml\noutside: []'],
    ['sources', 'outside: []', 'sourceLists: [khong-co.yaml]\noutside: []'],
  ])('are missed where they are named: %s', (_name, from, to) => {
    const broken = changed(from, to);
    const problems = checkProfile(broken, path);
    expect(problems).toEqual([missing('khong-co.yaml')]);
    expect(problems[0]?.line).toBe(lineOf(broken, 'khong-co.yaml'));
  });

  it('are told with their own lines, all of them at once', () => {
    const broken = changed('outside: []', 'sourceLists: [khong-co.yaml, units/song-xanh.yaml]\noutside: []');
    const units = join(import.meta.dirname, 'example', 'units', 'song-xanh.yaml');
    expect(checkProfile(broken, path)).toEqual([
      missing('khong-co.yaml'),
      expect.objectContaining({ file: units, line: 2, path: 'sources' }),
      expect.objectContaining({ file: units, line: 2, path: 'before' }),
    ]);
  });
});
