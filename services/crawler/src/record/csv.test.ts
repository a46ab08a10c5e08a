import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.ts';

describe('readCsv', () => {
  it.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\ufeffa,b\n"x, y","nói ""không"""',
      [
        ['a', 'b'],
        ['x, y', 'nói "không"'],
      ],
    ],
    ['"hai\ndòng",2', [['hai\ndòng', '2']]],
    [
      'a,,c\n,,',
      [
        ['a', '', 'c'],
        ['', '', ''],
      ],
    ],
    ['', []],
    ['"không đóng', [['không đóng']]],
  ])('%j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });
});
