import { describe, expect, it } from 'vitest';
import { COLOURS } from '../src/chart/layout.ts';
import {
  briefingTemplate,
  type CaseFacts,
  fillBriefing,
  LETTER_KINDS,
  letterTemplate,
  periodReportTemplate,
  renderBriefing,
  renderLetter,
  renderPeriodReport,
} from '../src/index.ts';
import { dotsOf, HAS_OFFICE, type Opened, openInOffice } from './office.ts';
import { sampleReport } from './report.ts';
import { sampleBriefing, sampleContent } from './sample.ts';

const { office } = sampleBriefing(sampleContent(0));
const now = new Date('2026-11-22T03:00:00Z');
const facts: CaseFacts = {
  number: 'VV-2026-0007',
  title: 'Số liệu cửa khẩu bị nêu sai',
  state: 'released',
  leadAgency: 'Sở Công Thương',
  dossierAgency: null,
  articles: [{ outlet: '边境早报', title: '口岸', quote: '每天只有两辆车', at: now }],
  clauses: ['khoản 2 Điều 7 Quy chế (18/2025/QĐ-UBND)'],
  deadlines: [{ name: 'Soạn nội dung trả lời', dueAt: now }],
  answer: { title: 'Làm rõ số liệu', body: 'Đoạn một.\n\nĐoạn hai.' },
  outcomes: [{ outlet: 'Báo Đá Xanh', outcome: 'corrected', at: now }],
};

function checkSheet(opened: Opened): void {
  expect(opened.facts['Page size']).toContain('(A4)');
  expect(Number(opened.facts['Pages'])).toBe(opened.pages.length);
  expect(opened.fonts.length).toBeGreaterThan(0);
  for (const font of opened.fonts) expect(font.embedded, font.name).toBe(true);
  // Something is drawn on every page.
  for (const picture of opened.pictures) expect(dotsOf(picture, 'ffffff')).toBeLessThan(picture.width * picture.height);
}

/** The margins are free of ink but for the page number above the text. */
function inkIn(picture: Opened['pictures'][number], millimetres: { left: number; right: number }): number {
  const dots = (length: number) => Math.floor((length / 25.4) * 36);
  let found = 0;
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++) {
      if (x >= dots(millimetres.left) && x < picture.width - dots(millimetres.right)) continue;
      if ((picture.pixels[(y * picture.width + x) * 3] ?? 255) < 128) found++;
    }
  return found;
}

describe.skipIf(!HAS_OFFICE)('LibreOffice', () => {
  it('opens the briefing as Word file with its charts, scripts, page numbers and margins', async () => {
    const opened = openInOffice(await renderBriefing(sampleBriefing(sampleContent(40)), 'docx'));
    checkSheet(opened);
    const text = opened.pages.join('\n');
    for (const wanted of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 05/BC-SNgV',
      'TÌNH HÌNH CHUNG',
      'Phụ lục I',
      '越南海防港口货物吞吐量增长',
      '하이퐁',
      'Sở Ngoại vụ'.toLocaleUpperCase('vi'),
    ])
      expect(text).toContain(wanted);
    const first = (page: string | undefined) => page?.trim().split('\n')[0]?.trim();
    expect(first(opened.pages[0])).not.toMatch(/^\d+$/);
    expect(first(opened.pages[1])).toBe('2');
    const annex = opened.pages.findIndex((page) => page.includes('Phụ lục I\n'));
    expect(first(opened.pages[annex + 1])).toBe('2');
    const drawn = (colour: string) => opened.pictures.reduce((sum, page) => sum + dotsOf(page, colour), 0);
    for (const colour of COLOURS) expect(drawn(colour.slice(1)), colour).toBeGreaterThan(100);
    for (const picture of opened.pictures) expect(inkIn(picture, { left: 28, right: 13 })).toBe(0);
  });

  it('opens a period report, and briefing and report by templates', async () => {
    const report = sampleReport(12);
    const briefing = sampleBriefing(sampleContent(16));
    for (const bytes of [
      await renderPeriodReport(report, 'docx', null),
      await renderPeriodReport(report, 'docx', await periodReportTemplate(office)),
      await fillBriefing(briefing, await briefingTemplate(office)),
    ]) {
      const opened = openInOffice(bytes);
      checkSheet(opened);
      expect(opened.pages.join(' ')).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
      expect(opened.pages.join(' ')).not.toContain('{{');
      for (const picture of opened.pictures) expect(inkIn(picture, { left: 28, right: 13 })).toBe(0);
    }
  });

  it.each(LETTER_KINDS)('opens %s and the template of it', async (kind) => {
    const opened = openInOffice(await renderLetter(kind, office, facts, now, null));
    checkSheet(opened);
    expect(opened.pages.length).toBeLessThanOrEqual(2);
    expect(opened.pages.join(' ')).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(opened.pages.join(' ')).toContain('Nơi nhận:');
    const template = openInOffice(await letterTemplate(kind, office));
    expect(template.pages.join(' ')).toContain('{{SO_KY_HIEU}}');
  });
});
