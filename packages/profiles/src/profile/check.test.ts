import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

/** What is broken, how, where the fault must be shown (a passage of the broken text), and what it must say. */
const FAULTS: readonly (readonly [name: string, from: string, to: string, at: string, says: RegExp])[] = [
  [
    'unknown lead',
    'agency: so-song-nuoc, basis: law',
    'agency: so-la, basis: law',
    '  - { sector: tourism',
    /không có cơ quan "so-la"/,
  ],
  ['unknown watcher', 'who: [own-field]', 'who: [so-la]', '[so-la]', /không có cơ quan "so-la"/],
  [
    'unknown recipient',
    'to: so-song-nuoc\n    clause',
    'to: so-la\n    clause',
    'to: so-la',
    /không có cơ quan "so-la"/,
  ],
  [
    'clause not in the tree',
    'kind: secrecy, clauses: [Đ3]',
    'kind: secrecy, clauses: [Đ3.7]',
    'Đ3.7',
    /Đ3\.7 không có trong cây/,
  ],
  [
    'no clause at all',
    'kind: secrecy, clauses: [Đ3]',
    'kind: secrecy, clauses: [Điều 3]',
    'Điều 3]',
    /không phải cách viết điều khoản/,
  ],
  [
    'agency without a duty',
    '    duties:\n      - { kind: field, clauses: [Đ1], summary: Sông nước. }\n',
    '',
    'so-song-nuoc:',
    /không có nhiệm vụ/,
  ],
  [
    'duty without a citation',
    'kind: field, clauses: [Đ1]',
    'kind: field, clauses: []',
    'clauses: []',
    /nhiệm vụ phải dẫn ít nhất một điều khoản/,
  ],
  ['overlapping dates', 'from: 2025-01-01', 'from: 2024-06-01', 'to: 2024-12-31', /chồng ngày với cơ quan kế nhiệm/],
  ['successor without an end', '    to: 2024-12-31\n', '', 'successor:', /thiếu ngày kết thúc/],
  ['channel without a condition', 'condition: Khi cần.', 'condition: ""', 'condition: ""', /không có điều kiện/],
  ['deadline without a start event', '    startEvent: request-received\n', '', '  - rule: reply', /sự kiện bắt đầu/],
  [
    'law without a clause',
    'basis: law, clauses: [Đ2.2a]',
    'basis: law',
    '  - { id: press-release',
    /không dẫn điều khoản/,
  ],
  [
    'internal rule that cites',
    'basis: law\n    clause: Đ2.1',
    'basis: internal\n    clause: Đ2.1',
    'clause: Đ2.1\n    extend',
    /là nội bộ nên không dẫn/,
  ],
  ['a day that is none', 'month: 3\n    day: 1', 'month: 2\n    day: 30', 'day: 30', /không có ngày 30/],
  [
    'in force before issued',
    'inForceFrom: 2021-02-01',
    'inForceFrom: 2020-02-01',
    'inForceFrom',
    /trước ngày ban hành/,
  ],
  ['misspelt key', 'place: Sông Xanh', 'plase: Sông Xanh', 'plase', /plase/],
  ['missing units file', 'units: units/song-xanh.yaml', 'units: khong-co.yaml', 'units:', /không đọc được tệp/],
  ['clause listed twice', 'Đ2.3 Đ3', 'Đ2.3 Đ3 Đ3', '- Đ2.1 Đ2.2a', /ghi hai lần/],
  [
    'duplicate key',
    'place: Sông Xanh',
    'place: Sông Xanh\n  place: Sông Lam',
    'place: Sông Lam',
    /không phải YAML hợp lệ/,
  ],
];

describe('checkProfile', () => {
  it('finds nothing wrong in a province that nobody wrote code for', () => {
    expect(checkProfile(good, path).map(formatProblem)).toEqual([]);
  });

  it.each(FAULTS)('names file, line and remedy: %s', (_name, from, to, at, says) => {
    const broken = changed(from, to);
    const problems = checkProfile(broken, path);
    const found = problems.find((problem) => says.test(problem.message));
    expect(problems.map(formatProblem).join('\n')).toMatch(says);
    expect(found).toMatchObject({ file: path, line: lineOf(broken, at) });
    expect(found?.message).toMatch(/; (thêm|sửa|xóa|chọn|kiểm tra|viết|đổi)|viết như|là một trong|ít nhất một/);
  });

  it('finds two entries in force at once for one sector', () => {
    const twice = changed(
      'sectors:\n',
      'sectors:\n  - { sector: tourism, agency: ubnd-tinh, basis: law, clauses: [Đ1], to: 2023-01-01, summary: Khác. }\n',
    );
    expect(checkProfile(twice, path).map((problem) => problem.message)).toEqual([
      expect.stringContaining('chồng ngày với mục sectors[0]'),
    ]);
  });
});
