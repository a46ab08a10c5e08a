import { load } from 'cheerio';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { sampleBriefing, sampleContent, TITLES } from '../../test/sample.ts';
import { composeBriefing } from '../compose/briefing.ts';
import { renderDocx } from '../docx/docx.ts';
import { briefingTemplate, fillBriefing } from '../render.ts';

async function documentOf(bytes: Uint8Array): Promise<{ lines: string[]; charts: number }> {
  const zip = await JSZip.loadAsync(bytes);
  const page = load((await zip.file('word/document.xml')?.async('string')) ?? '', { xml: true });
  const lines = page('w\\:p')
    .toArray()
    .map((p) => page(p).find('w\\:t').text())
    .filter((line) => line.trim() !== '');
  return { lines, charts: page('w\\:drawing').length };
}

describe("an operator's Word file for briefings", () => {
  it('filled, says what our own layout says, with tables, charts and links', async () => {
    const briefing = sampleBriefing(sampleContent(16));
    const own = await documentOf(await renderDocx(composeBriefing(briefing)));
    const filled = await documentOf(await fillBriefing(briefing, await briefingTemplate(briefing.office)));
    expect(filled.lines.join('\n')).not.toContain('{{');
    // The annex names the document by its title, which a template has of its own.
    const said = (lines: readonly string[]) => new Set(lines.filter((line) => !line.startsWith('(Kèm theo')));
    expect(said(filled.lines)).toEqual(said(own.lines));
    expect(filled.charts).toBe(own.charts);
    for (const { title } of TITLES) expect(filled.lines.join('\n')).toContain(title);
  });

  it('keeps a picture that cannot be read as it is, and fills the rest', async () => {
    const briefing = sampleBriefing(sampleContent(2));
    const zip = await JSZip.loadAsync(await briefingTemplate(briefing.office));
    const junk = new TextEncoder().encode('không phải ảnh');
    zip.file('word/media/dau.png', junk);
    const filled = await fillBriefing(briefing, await zip.generateAsync({ type: 'uint8array' }));
    const { lines } = await documentOf(filled);
    expect(lines.join('\n')).toContain('Số: 05/BC-SNgV');
    expect(await (await JSZip.loadAsync(filled)).file('word/media/dau.png')?.async('uint8array')).toEqual(junk);
  });

  it('names the places that no briefing has, and the ones there are', async () => {
    const briefing = sampleBriefing(sampleContent(1));
    const wrong = await renderDocx({ ...composeBriefing(briefing), subject: '{{TRICH_YEU}} {{TEN_NHA_BAO}}' });
    await expect(fillBriefing(briefing, wrong)).rejects.toMatchObject({ unknownFields: ['TEN_NHA_BAO'] });
    await expect(fillBriefing(briefing, wrong)).rejects.toThrow('BAO_NUOC_NGOAI');
  });
});
