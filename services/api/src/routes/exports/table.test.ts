import { describe, expect, it } from 'vitest';
import { csvCell, exportStream } from './table.ts';

describe('csvCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-5', "'-5"],
    [-5, '-5'],
    ['hai, ba', '"hai, ba"'],
    ['nói "đúng"', '"nói ""đúng"""'],
    ['hai\ndòng', '"hai\ndòng"'],
    [null, ''],
  ])('%j', (cell, written) => {
    expect(csvCell(cell)).toBe(written);
  });
});

describe('exportStream', () => {
  const pages = [
    { lines: [{ id: '1', title: 'một' }], next: '1' },
    { lines: [{ id: '2', title: 'hai' }], next: null },
  ];
  const read = async (cursor: string | null) => pages[cursor === null ? 0 : 1] ?? { lines: [], next: null };

  it('writes every page once, in order', async () => {
    const bytes = new Uint8Array(await exportStream('csv', 'x', ['id', 'title'], read).arrayBuffer());
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe('\ufeffid,title\r\n1,một\r\n2,hai\r\n');
    expect(await exportStream('ndjson', 'x', ['id'], read).text()).toBe('{"id":"1"}\n{"id":"2"}\n');
  });
});
