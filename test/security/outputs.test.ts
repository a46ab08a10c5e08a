import { renderBriefing } from '@lamro/briefing';
import { emailChannel } from '@lamro/delivery';
import type { BriefingContent } from '@lamro/domain';
import { extractArticle, parseFeed } from '@lamro/press';
import { loadProfile } from '@lamro/profiles';
import { csvText } from '@lamro/wording';
import { load } from 'cheerio';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sampleBriefing, sampleContent } from '../../packages/briefing/test/sample.ts';
import { notice } from '../../packages/delivery/test/notices.ts';
import { type SmtpServer, startSmtpServer } from '../../packages/delivery/test/smtp-server.ts';
import { atomOf, jsonFeedOf, sitemapOf } from '../../packages/desk/src/clarification/feeds.ts';
import { HOSTILE } from '../../packages/desk/test/hostile.ts';
import { sample } from './extent.ts';
import { tell } from './tell.ts';

/** What spreadsheet programs run, beside what browsers run. */
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '=HYPERLINK("http://lam-ro.example","x")',
  "=cmd|' /C calc'!A0",
  '=WEBSERVICE("http://lam-ro.example")',
  '=IMPORTXML("http://lam-ro.example","//a")',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '＝1+1',
  '＠SUM(1)',
  'a;=1+1',
  'a\t=1+1',
  'a\n=1+1',
  '"=1+1',
  '";=1+1',
  'DDE ("cmd";"/C calc";"x")',
  '{=1+1}',
  '\\instrText DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe',
];
const TEXTS = [...HOSTILE, ...FORMULAS];
const bytesOf = (text: string) => new TextEncoder().encode(text);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A briefing whose every word from outside, and from people, is hostile. */
function hostileContent(): BriefingContent {
  let at = 0;
  const texts = sample(TEXTS, 60);
  const next = () => texts[at++ % texts.length] ?? '';
  const words = new Set([
    'title',
    'outlet',
    'text',
    'comment',
    'quote',
    'subject',
    'detail',
    'body',
    'overview',
    'label',
  ]);
  const walk = (value: unknown, name = ''): unknown => {
    if (typeof value === 'string') return words.has(name) && name !== 'label' ? next() : value;
    if (Array.isArray(value)) return value.map((inner) => walk(inner, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, key)]));
  };
  const content = sampleContent(texts.length);
  return { ...content, ...(walk(content) as BriefingContent) };
}

const jsonFeedSchema = z.looseObject({ items: z.array(z.looseObject({ content_html: z.string() })) });

/** A cell as a spreadsheet program takes it. */
function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1).replace(/"$/, '').replaceAll('""', '"') : cell;
}

let smtp: SmtpServer;
beforeAll(async () => {
  smtp = await startSmtpServer();
});
afterAll(() => smtp.close());

describe('foreign text on its way in', () => {
  it('comes out of feeds as the words that stood there, and never as markup', async ({ task }) => {
    const items = TEXTS.map(
      (text, index) =>
        `<item><title>${escaped(text)}</title><link>http://bao.example/${index}</link><guid>${index}</guid><description><![CDATA[${text.replaceAll(']]>', ']] >')}]]></description></item>`,
    );
    const feed = await parseFeed(
      bytesOf(`<rss version="2.0"><channel><title>x</title>${items.join('')}</channel></rss>`),
    );
    expect(feed.items.length).toBe(TEXTS.length);
    for (const { title } of feed.items) expect(typeof title).toBe('string');
    tell(task, 'Mã kịch bản qua nguồn tin', TEXTS.length);
  });

  it('comes out of pages as words', ({ task }) => {
    for (const text of TEXTS) {
      const html = `<html><head><title>${text}</title><meta property="og:title" content="${escaped(text)}"></head><body><article><h1>${text}</h1><p>Bộ Y tế cho biết ${text} trong năm 2026, theo báo cáo đã công bố của cơ quan thống kê.</p></article></body></html>`;
      const page = extractArticle(html, { url: 'http://bao.example/1' });
      expect(typeof page.text).toBe('string');
    }
    tell(task, 'Mã kịch bản qua trang báo', TEXTS.length);
  });
});

describe('foreign text on its way out', () => {
  const document = () => sampleBriefing(hostileContent());

  it('is text in a Word file: no field, no foreign part, no link but to the web', async ({ task }) => {
    const zip = await JSZip.loadAsync(await renderBriefing(document(), 'docx'));
    const main = (await zip.file('word/document.xml')?.async('string')) ?? '';
    const $ = load(main, { xml: true });
    expect($('w\\:document').length).toBe(1);
    const fields = $('w\\:instrText')
      .toArray()
      .map((field) => $(field).text().trim());
    expect(fields.filter((field) => !/^(PAGE|NUMPAGES|PAGEREF _\w+|TOC )/.test(field))).toEqual([]);
    expect($('w\\:fldSimple, w\\:object, w\\:altChunk, script').length).toBe(0);
    for (const name of Object.keys(zip.files).filter((part) => part.endsWith('.rels'))) {
      const rels = load((await zip.file(name)?.async('string')) ?? '', { xml: true });
      for (const rel of rels('Relationship[TargetMode="External"]').toArray())
        expect(rels(rel).attr('Target'), name).toMatch(/^https?:\/\//);
    }
    expect(Object.keys(zip.files).filter((name) => /vba|activeX|embeddings|\.bin$/i.test(name))).toEqual([]);
    tell(task, 'Mã kịch bản và công thức ra DOCX', sample(TEXTS, 60).length);
  });

  it('is text in a spreadsheet: no formula, no link but to the web', async ({ task }) => {
    const zip = await JSZip.loadAsync(await renderBriefing(document(), 'xlsx'));
    let cells = 0;
    for (const name of Object.keys(zip.files)) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const $ = load((await zip.file(name)?.async('string')) ?? '', { xml: true });
      expect($('f, oleObject, ddeLink, externalReference, definedName[function]').length, name).toBe(0);
      for (const rel of $('Relationship[TargetMode="External"]').toArray())
        expect($(rel).attr('Target'), name).toMatch(/^https?:\/\//);
      cells += $('c').length;
    }
    expect(cells).toBeGreaterThan(200);
    tell(task, 'Mã kịch bản và công thức ra XLSX', sample(TEXTS, 60).length);
  });

  it('is text in a PDF: nothing runs, opens or leads elsewhere than to the web', async ({ task }) => {
    const pdf = Buffer.from(await renderBriefing(document(), 'pdf')).toString('latin1');
    for (const forbidden of [
      '/JavaScript',
      '/JS ',
      '/JS(',
      '/Launch',
      '/OpenAction',
      '/AA ',
      '/EmbeddedFile',
      '/SubmitForm',
      '/GoToR',
    ])
      expect(pdf.includes(forbidden), forbidden).toBe(false);
    for (const [, target = ''] of pdf.matchAll(/\/URI \(([^)]*)\)/g)) expect(target).toMatch(/^https?:\/\//);
    tell(task, 'Mã kịch bản ra PDF', sample(TEXTS, 60).length);
  });

  it('is text in HTML', async ({ task }) => {
    const $ = load(new TextDecoder().decode(await renderBriefing(document(), 'html')));
    expect($('script, iframe, object, embed, base, form, svg script, [onerror], [onload], [onfocus]').length).toBe(0);
    for (const link of $('[href], [src]').toArray())
      expect($(link).attr('href') ?? $(link).attr('src')).toMatch(/^(https?:|#|data:image\/(png|svg\+xml);)/);
    tell(task, 'Mã kịch bản ra HTML', sample(TEXTS, 60).length);
  });

  it('is no formula in CSV, whichever character separates its cells', ({ task }) => {
    const line = TEXTS.map(csvText).join(',');
    for (const separator of [',', ';', '\t']) {
      const cells = separator === ',' ? TEXTS.map(csvText) : line.split(/[;\t\r\n]/);
      for (const cell of cells) expect(unquoted(cell), separator).not.toMatch(/^\s*[=+@＝＋＠-]/);
    }
    tell(task, 'Công thức ra CSV', TEXTS.length);
  });

  it('is text in public feeds', ({ task }) => {
    const site = { profile: loadProfile('thai-binh'), baseUrl: 'https://lam-ro.example' };
    const tellings = TEXTS.map((text, index) => {
      const at = new Date('2026-11-20T01:00:00Z');
      const telling = { language: 'vi' as const, title: text, body: `${text}\n${text}` };
      return {
        clarification: {
          id: String(index + 1),
          claim: text,
          channel: 'press-release',
          leadAgency: null,
          releasedAt: at,
          openedAt: at,
          documentNumber: null,
          documentUrl: null,
          texts: [telling],
          articles: [],
          records: [],
        },
        text: telling,
        url: `https://lam-ro.example/cong-khai/${index + 1}`,
      };
    });
    const atom = load(atomOf(site, tellings as never), { xml: true });
    expect(atom('feed > entry').length).toBe(TEXTS.length);
    expect(atom('script, iframe, img, svg').length).toBe(0);
    // What a reader makes of the markup that an entry carries.
    for (const entry of atom('entry > content, entry > title, entry > summary').toArray())
      expect(
        load(atom(entry).text())('script, iframe, img, svg, object, embed, form, [onload], [onerror]').length,
      ).toBe(0);
    const json = jsonFeedSchema.parse(JSON.parse(jsonFeedOf(site, tellings as never)));
    expect(json.items.length).toBe(TEXTS.length);
    for (const { content_html: markup } of json.items)
      expect(load(markup)('script, iframe, img, svg, object, embed, form, [onload], [onerror]').length).toBe(0);
    expect(load(sitemapOf(tellings.map(({ url }) => ({ url, at: new Date(0) }))), { xml: true })('script').length).toBe(
      0,
    );
    tell(task, 'Mã kịch bản ra nguồn tin công khai', TEXTS.length * 2);
  });

  it('is text in mail, and adds no header and no receiver', async ({ task }) => {
    const channel = emailChannel({
      host: '127.0.0.1',
      port: smtp.port,
      from: { name: 'Làm Rõ', address: 'lam-ro@lam-ro.example' },
      tls: 'none',
    });
    const lines = [
      'x\r\nBcc: ke-xau@lam-ro.example',
      'x\nContent-Type: text/html\n\n<script>hacked(0)</script>',
      'x\r\n.\r\nMAIL FROM:<a@b.example>',
      'x\u2028Bcc: a@b.example',
      '=?utf-8?q?=0D=0ABcc:_a=40b.example?=',
      ...HOSTILE.slice(0, 12),
    ];
    for (const line of lines) {
      const outcome = await channel.send(notice({ subject: line, text: line }));
      expect(outcome.status, line).toBe('delivered');
      const mail = smtp.mails.at(-1);
      const head = mail?.content.split(/\r?\n\r?\n/)[0] ?? '';
      expect(mail?.to).toEqual(['can.bo@example.vn']);
      expect(head, line).not.toMatch(/^bcc:/im);
      expect(head.match(/^content-type:/gim)?.length).toBe(1);
      expect(head).toMatch(/^content-type: text\/plain/im);
    }
    expect(smtp.mails.length).toBe(lines.length);
    for (const recipient of [
      'a@b.example\r\nBcc: c@d.example',
      'a@b.example, c@d.example',
      '<a@b.example> c@d.example',
      '"|id"@b.example',
    ])
      expect((await channel.send(notice({ recipient }))).status, recipient).toBe('failed');
    tell(task, 'Chèn vào thư điện tử', lines.length + 4);
  });
});
