import { PassThrough } from 'node:stream';
import type { BriefingContent } from '@lamro/domain';
import { load } from 'cheerio';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { RENDERED_FORMATS, renderBriefing, renderPeriodReport } from '../src/index.ts';
import { sampleReport } from './report.ts';
import { sampleBriefing, sampleContent } from './sample.ts';

/** Characters that no format may hold: controls, half of a pair, signs that turn the direction of what follows. */
const BROKEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/;
const LONG = `${'Tiêu đề rất dài '.repeat(125)}hết`;
const BAD: readonly (readonly [string, BriefingContent])[] = [
  ['an empty week', sampleContent(0, { figures: [], charts: [], cases: [], proposals: [], silentSources: [] })],
  ['a title of 2,000 characters', titled([LONG, 'x'.repeat(2_000)])],
  ['text from right to left', titled(['زيادة عدد السياح في هايفونغ', 'תיירים בהאיפונג', 'abc \u202Eevil\u202C def'])],
  ['control characters', titled(['a\u0000b\u0007c\u001B[31m', '\uFFFF\uFFFE', '\uD800x', '\u000B\u000C'])],
  ['markup and formulas', titled(['</w:t><script>alert(1)</script>', '=HYPERLINK("x")', '{{TRICH_YEU}}', ']]>'])],
];

/** A briefing whose items, stories and outlets bear these titles. */
function titled(titles: readonly string[]): BriefingContent {
  const content = sampleContent(titles.length * 8);
  const at = (index: number) => titles[index % titles.length] ?? '';
  return {
    ...content,
    overview: titles.join('\n'),
    annex: content.annex.map((row, index) => ({ ...row, title: at(index), outlet: at(index), url: at(index) })),
    domestic: content.domestic.map((group) => ({
      ...group,
      entries: group.entries.map((entry, index) => ({ ...entry, title: at(index), comment: at(index + 1) })),
    })),
  };
}

const READERS = {
  docx: async (bytes: Uint8Array) => {
    const zip = await JSZip.loadAsync(bytes);
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    expect(xml.isWellFormed()).toBe(true);
    const page = load(xml, { xml: true });
    expect(page('w\\:body').length).toBe(1);
    return page('w\\:t').text();
  },
  xlsx: async (bytes: Uint8Array) => {
    const workbook = new ExcelJS.Workbook();
    const stream = new PassThrough();
    stream.end(bytes);
    await workbook.xlsx.read(stream);
    const texts: string[] = [];
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
          texts.push(cell.text);
        }),
      ),
    );
    return texts.join('\n');
  },
  html: async (bytes: Uint8Array) => {
    const page = load(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    expect(page('script').length).toBe(0);
    return page('body').text();
  },
  pdf: async (bytes: Uint8Array) => {
    const source = Buffer.from(bytes).toString('latin1');
    expect(source).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/);
    expect((source.match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThanOrEqual(2);
    return '';
  },
} as const;

describe.each(RENDERED_FORMATS)('%s', (format) => {
  it.each(BAD)('of %s is sound', async (_, content) => {
    const text = await READERS[format](await renderBriefing(sampleBriefing(content), format));
    expect(BROKEN.test(text)).toBe(false);
    expect(text.isWellFormed()).toBe(true);
    if (format !== 'pdf' && content.annex.some(({ title }) => title === LONG)) expect(text).toContain('dài hết');
  });

  it('of a week of 5,000 items holds every one of them', async () => {
    const bytes = await renderBriefing(sampleBriefing(sampleContent(5_000)), format);
    const text = await READERS[format](bytes);
    if (format === 'pdf')
      expect(
        (
          Buffer.from(bytes)
            .toString('latin1')
            .match(/\/Type \/Page\b/g) ?? []
        ).length,
      ).toBeGreaterThan(300);
    else for (const number of [1, 2_499, 5_000]) expect(text).toContain(` ${number}`);
  });
});

describe('period reports', () => {
  it.each(['docx', 'xlsx', 'pdf'] as const)('as %s of bad words, and of an empty year, are sound', async (format) => {
    const words = BAD.flatMap(([, content]) => content.annex.map(({ title }) => title)).slice(0, 60);
    const full = sampleReport(8, {
      overview: words.join('\n'),
      plan: words.map((task) => ({ task, planned: task, result: task, figure: null })),
    });
    const empty = sampleReport(0, { cases: [], outcomes: [], plan: [], overview: '', figures: [] });
    for (const report of [full, empty]) {
      const text = await READERS[format](await renderPeriodReport(report, format, null));
      expect(BROKEN.test(text)).toBe(false);
    }
  });
});
