import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { sampleBriefing, sampleContent } from '../../test/sample.ts';
import { renderPackage } from './package.ts';

describe('a package of a released clarification', () => {
  it('holds a letter to its recipient and the text in each language, with a list of its files', async () => {
    const bytes = await renderPackage({
      office: sampleBriefing(sampleContent(0)).office,
      recipient: 'Bộ Ngoại giao',
      ground: 'khoản 3 Điều 11 Quy chế (01/2020/QĐ-UBND)',
      caseNumber: 'VV-2026-0007',
      texts: [
        { language: 'vi', title: 'Làm rõ số liệu', body: 'Đoạn một.\n\nĐoạn hai.' },
        { language: 'zh', title: '澄清数据', body: '第一段。' },
      ],
      now: new Date('2026-11-22T03:00:00Z'),
    });
    const zip = await JSZip.loadAsync(bytes);
    expect(Object.keys(zip.files)).toEqual([
      '01-cong-van.docx',
      '02-noi-dung-lam-ro-vi.docx',
      '02-noi-dung-lam-ro-vi.pdf',
      '02-noi-dung-lam-ro-zh.docx',
      '02-noi-dung-lam-ro-zh.pdf',
      'sha256.txt',
    ]);
    const list = (await zip.file('sha256.txt')?.async('string')) ?? '';
    for (const line of list.trim().split('\n')) {
      const [hash, name = ''] = line.split('  ');
      const file = (await zip.file(name)?.async('uint8array')) ?? new Uint8Array();
      expect(createHash('sha256').update(file).digest('hex'), name).toBe(hash);
    }
    const letter = await JSZip.loadAsync((await zip.file('01-cong-van.docx')?.async('uint8array')) ?? new Uint8Array());
    const text = load((await letter.file('word/document.xml')?.async('string')) ?? '', { xml: true })('w\\:t').text();
    for (const wanted of ['Bộ Ngoại giao', 'khoản 3 Điều 11', 'VV-2026-0007', '澄清数据', 'V/v cung cấp thông tin'])
      expect(text).toContain(wanted);
  });
});
