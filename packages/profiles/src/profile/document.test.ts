import { describe, expect, it } from 'vitest';
import { formatPath, readYaml } from './document.ts';

describe('readYaml', () => {
  const yaml = readYaml('thu.yaml', 'id: thu\nunits:\n  901: a\n  ? null\n  : b\nlist:\n  - one\n  - two: 2\n');

  it.each([
    [[], 1],
    [['units'], 2],
    [['units', '901'], 3],
    [['units', 901], 3],
    [['units', 'null'], 4],
    [['list', 0], 7],
    [['list', 1, 'two'], 8],
    // What is not there is shown at what holds it.
    [['units', 'none'], 2],
    [['list', 2], 6],
    [['id', 'deeper', 'still'], 1],
    [['list', 1, 'three'], 8],
  ] as const)('finds the line of %j', (path, line) => {
    expect(yaml.lineOf(path)).toBe(line);
  });

  it('takes an empty file for nothing on its first line', () => {
    const empty = readYaml('thu.yaml', '');
    expect(empty.data).toBeNull();
    expect(empty.lineOf(['id'])).toBe(1);
  });
});

describe('formatPath', () => {
  it('writes steps as people read them', () => {
    expect(formatPath(['sectors', 3, 'with', 0])).toBe('sectors[3].with[0]');
    expect(formatPath([])).toBe('');
  });
});
