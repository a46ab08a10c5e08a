import { load } from 'cheerio';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../docx/docx.ts';
import { fillDocx, placesOf } from '../template/docx-template.ts';
import { TemplateError } from '../template/template-error.ts';
import { composeLetter } from './compose.ts';
import { type CaseFacts, letterValues } from './facts.ts';
import { LETTER_FIELDS, LETTER_KINDS, placeValues } from './field.ts';

const office = {
  parentBody: 'Ủy ban nhân dân tỉnh Cao Bằng',
  body: 'Sở Ngoại vụ',
  place: 'Cao Bằng',
  symbol: 'SNgV',
  signerPost: 'Giám đốc',
};
const now = new Date('2026-11-22T03:00:00Z');
const facts: CaseFacts = {
  number: 'VV-2026-0007',
  title: 'Số liệu cửa khẩu bị nêu sai',
  state: 'assigned',
  leadAgency: 'Sở Công Thương',
  dossierAgency: null,
  articles: [
    { outlet: 'Báo Đá Xanh', title: 'Cửa khẩu vắng', quote: 'chỉ còn 2 xe mỗi ngày', at: now },
    { outlet: '边境早报', title: '口岸', quote: '每天只有两辆车', at: now },
  ],
  clauses: ['khoản 2 Điều 7 Quy chế (18/2025/QĐ-UBND)'],
  deadlines: [{ name: 'Soạn nội dung trả lời', dueAt: now }],
  answer: { title: 'Làm rõ số liệu', body: 'Đoạn một.\n\nĐoạn hai.' },
  outcomes: [{ outlet: 'Báo Đá Xanh', outcome: 'corrected', at: now }],
};

async function textOf(bytes: Uint8Array): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const page = load((await zip.file('word/document.xml')?.async('string')) ?? '', { xml: true });
  return page('w\\:p')
    .toArray()
    .map((p) => page(p).find('w\\:t').text());
}

describe('documents of a case', () => {
  it('are a công văn with its subject under the number, without a type', async () => {
    const lines = await textOf(
      await renderDocx(composeLetter('assignment', office, letterValues('assignment', office, facts, now))),
    );
    expect(lines).toContain('V/v giải thích, làm rõ thông tin báo chí nêu: Số liệu cửa khẩu bị nêu sai');
    expect(lines.find((line) => line.startsWith('Số:'))).toMatch(/^Số: \u00A0+\/SNgV$/);
    expect(lines).toContain('Kính gửi: Sở Công Thương');
    expect(lines.some((line) => line.includes('khoản 2 Điều 7 Quy chế (18/2025/QĐ-UBND)'))).toBe(true);
    expect(lines.some((line) => line.includes('边境早报'))).toBe(true);
  });

  it.each(LETTER_KINDS)('%s: a template of it, filled, says what the document says', async (kind) => {
    const values = letterValues(kind, office, facts, now);
    const template = await renderDocx(composeLetter(kind, office, placeValues()));
    const places = await placesOf(template);
    expect(places.length).toBeGreaterThan(2);
    for (const place of places) expect(LETTER_FIELDS).toContain(place);
    const filled = (await textOf(await fillDocx(template, values))).join('\n');
    expect(filled).not.toContain('{{');
    for (const place of places)
      for (const [field, lines] of Object.entries(values))
        if (field === place) for (const line of lines) expect(filled).toContain(line.replaceAll(/ {2,}/g, ' ').trim());
  });

  it('names the places that a template has and the system does not', async () => {
    const wrong = await renderDocx(
      composeLetter('opinion', office, { ...placeValues(), TEN_VU_VIEC: ['{{TEN_NHA_BAO}}'] }),
    );
    const filling = fillDocx(wrong, letterValues('opinion', office, facts, now));
    await expect(filling).rejects.toMatchObject({ unknownFields: ['TEN_NHA_BAO'] });
    await expect(filling).rejects.toThrow('SO_VU_VIEC');
    await expect(fillDocx(new TextEncoder().encode('không phải Word'), placeValues())).rejects.toBeInstanceOf(
      TemplateError,
    );
  });
});
