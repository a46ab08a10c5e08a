import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { sampleBriefing, sampleContent, TITLES } from '../../test/sample.ts';
import { renderBriefing } from '../render.ts';
import { type CellValue, writeWorkbook } from './workbook.ts';

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const stream = new PassThrough();
  stream.end(bytes);
  await workbook.xlsx.read(stream);
  return workbook;
}

async function sheetOf(rows: readonly (readonly CellValue[])[]): Promise<ExcelJS.Worksheet | undefined> {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  await writeWorkbook(output, [{ name: 'Thử', columns: [{ head: 'Cột', width: 10, type: 'text' }], rows }]);
  return (await open(Buffer.concat(chunks))).getWorksheet('Thử');
}

describe('the workbook of a briefing', () => {
  it('has typed columns that filter, and a sheet of figures', async () => {
    const workbook = await open(await renderBriefing(sampleBriefing(sampleContent(16)), 'xlsx'));
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      'Số liệu',
      'Tin, bài',
      'Vụ việc',
      'Thời hạn',
      'Phản ứng của báo',
    ]);
    const figures = workbook.getWorksheet('Số liệu');
    expect(figures?.getCell('A2').value).toBe('Tin, bài về địa phương');
    expect(figures?.getCell('B2').value).toBe(16);
    expect(figures?.getCell('E2').value).toBe('1-16');
    const items = workbook.getWorksheet('Tin, bài');
    expect(items?.autoFilter).toBe('A1:J1');
    expect(items?.getCell('B2').value).toEqual(new Date('2026-11-17T10:00:00Z'));
    expect(items?.getCell('D2').value).toMatchObject({ hyperlink: 'https://bao-1.example/bai' });
    expect(items?.getColumn(3).values.slice(2, 2 + TITLES.length)).toEqual(TITLES.map(({ outlet }) => outlet));
    expect(items?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });

  it('takes words that look like formulas, control characters and texts beyond the limit of a cell', async () => {
    const sheet = await sheetOf([['=1+1'], ['a\u0001b'], ['x'.repeat(40_000)], [null]]);
    expect(sheet?.getCell('A2').value).toBe('=1+1');
    expect(sheet?.getCell('A2').type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.getCell('A3').value).toBe('a b');
    expect(String(sheet?.getCell('A4').value)).toHaveLength(32_767);
    expect(String(sheet?.getCell('A4').value).endsWith('…')).toBe(true);
  });
});
