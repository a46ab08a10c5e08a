import { PassThrough } from 'node:stream';
import { load } from 'cheerio';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../test/report.ts';
import { composePeriodReport } from './compose.ts';
import { periodReportTemplate, renderPeriodReport } from './render.ts';

async function linesOf(bytes: Uint8Array): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const page = load((await zip.file('word/document.xml')?.async('string')) ?? '', { xml: true });
  return page('w\\:p')
    .toArray()
    .map((p) => page(p).find('w\\:t').text());
}

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const stream = new PassThrough();
  stream.end(bytes);
  await workbook.xlsx.read(stream);
  return workbook;
}

/** An operator's Excel form with a head, a table of tasks and a foot. */
async function form(...cells: readonly (readonly [string, string])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Biểu 02');
  for (const [address, text] of cells) sheet.getCell(address).value = text;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('a period report', () => {
  it('is an official report to whoever the regulation names, marked as our own form', () => {
    const document = composePeriodReport(sampleReport(3));
    expect(document).toMatchObject({
      type: 'BÁO CÁO',
      mark: 'MẪU NỘI BỘ',
      number: 'Số: 07/BC-SNgV',
      addressees: ['Sở Thông tin và Truyền thông'],
      subject: 'Kết quả theo dõi báo chí và giải thích, làm rõ thông tin sai lệch năm 2026',
    });
    expect(composePeriodReport(sampleReport(3, {}, { issuedAt: null })).mark).toBe('DỰ THẢO - MẪU NỘI BỘ');
    expect(JSON.stringify(document.body)).toContain('khoản 2 Điều 6 Quy định (36/2015/QĐ-UBND)');
  });

  it('sets results beside the plan, and names the items and cases behind each', async () => {
    const lines = await linesOf(await renderPeriodReport(sampleReport(12), 'docx', null));
    const at = lines.indexOf('Tin, bài về địa phương', lines.indexOf('II. KẾ HOẠCH VÀ KẾT QUẢ THỰC HIỆN'));
    expect(lines.slice(at, at + 4)).toEqual(['Tin, bài về địa phương', '100 tin, bài', '12', 'số 1-12']);
    const training = lines.indexOf('Tập huấn người phát ngôn');
    expect(lines.slice(training, training + 3)).toEqual(['Tập huấn người phát ngôn', '02 lớp', '01 lớp, 45 người']);
    expect(lines).toContain('VV-2026-0001');
  });

  it('has every item and case in its workbook under the numbers that figures refer to', async () => {
    const workbook = await open(await renderPeriodReport(sampleReport(300), 'xlsx', null));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Kế hoạch, kết quả',
      'Số liệu',
      'Tin, bài',
      'Vụ việc',
      'Phản ứng của báo',
    ]);
    expect(workbook.getWorksheet('Tin, bài')?.rowCount).toBe(301);
    expect(workbook.getWorksheet('Số liệu')?.getCell('D2').value).toBe('1-300');
    expect(workbook.getWorksheet('Vụ việc')?.getCell('A2').value).toMatchObject({
      hyperlink: 'http://127.0.0.1:8080/cases/1',
    });
  });

  it('is drawn as tagged PDF too', async () => {
    const bytes = await renderPeriodReport(sampleReport(12), 'pdf', null);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/^%PDF-1\.[4-9][\s\S]*\/StructTreeRoot/);
  });
});

describe("an operator's own form", () => {
  it('in Word takes texts and tables into its places', async () => {
    const report = sampleReport(5);
    const template = await periodReportTemplate(report.office);
    const lines = await linesOf(await renderPeriodReport(report, 'docx', template));
    expect(lines.join('\n')).not.toContain('{{');
    for (const wanted of [
      'Số: 07/BC-SNgV',
      'Dòng một.',
      'Dòng hai.',
      '100 tin, bài',
      'Bổ sung kinh phí.',
      'VV-2026-0001',
    ])
      expect(lines).toContain(wanted);
    expect(lines.join('\n')).not.toContain('MẪU NỘI BỘ');
  });

  it('in Excel repeats the row of a table for each line and keeps what stands below', async () => {
    const template = await form(
      ['A1', 'Biểu tổng hợp {{KY_BAO_CAO}}'],
      ['A3', '{{KE_HOACH.STT}}'],
      ['B3', '{{KE_HOACH.NOI_DUNG}}'],
      ['C3', '{{KE_HOACH.KET_QUA}}'],
      ['A4', 'Người ký: {{NGUOI_KY}}'],
    );
    const sheet = (await open(await renderPeriodReport(sampleReport(12), 'xlsx', template))).getWorksheet('Biểu 02');
    expect(sheet?.getCell('A1').text).toBe('Biểu tổng hợp 01/01/2026 - 31/12/2026');
    expect([sheet?.getCell('A3').value, sheet?.getCell('B3').text, sheet?.getCell('C3').text]).toEqual([
      1,
      'Tin, bài về địa phương',
      '12',
    ]);
    expect([sheet?.getCell('A4').value, sheet?.getCell('B4').text]).toEqual([2, 'Tập huấn người phát ngôn']);
    expect(sheet?.getCell('A5').text).toBe('Người ký: Nông Thị Mẫu');
  });

  it('with a place that no report has, or that is no such file, says so', async () => {
    const wrong = renderPeriodReport(
      sampleReport(1),
      'xlsx',
      await form(['A1', '{{TEN_NHA_BAO}}'], ['A2', '{{KE_HOACH.X}}']),
    );
    await expect(wrong).rejects.toMatchObject({ unknownFields: ['TEN_NHA_BAO', 'KE_HOACH.X'] });
    const junk = new TextEncoder().encode('không phải Excel');
    for (const format of ['docx', 'xlsx'] as const)
      await expect(renderPeriodReport(sampleReport(1), format, junk)).rejects.toMatchObject({ name: 'TemplateError' });
  });
});
