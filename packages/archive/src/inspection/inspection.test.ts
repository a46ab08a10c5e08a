import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { docx, lines, type Parts, pdf, xlsx, zipOf } from '../../test/documents.ts';
import { inspectFile, inspectionLimits } from './inspection.ts';

const PROSE = 'Ủy ban nhân dân tỉnh đã công bố số liệu giải ngân đầu tư công.';
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');
const webp = Buffer.from('524946460000000057454250', 'hex');
const oldOffice = Buffer.from('d0cf11e0a1b11ae100000000', 'hex');

async function reasonOf(bytes: Uint8Array, name: string): Promise<string> {
  const verdict = await inspectFile(bytes, name);
  return verdict.ok ? 'ok' : verdict.reason;
}

describe('inspectFile: what is taken', () => {
  it('reads a DOCX with all its parts', async () => {
    const bytes = await docx(['Mở đầu &C kết', PROSE], {
      'word/header1.xml': '<w:hdr><w:p><w:r><w:t>Đầu trang</w:t></w:r></w:p></w:hdr>',
      'word/footnotes.xml': '<w:footnotes><w:p><w:r><w:t>Ghi chú</w:t></w:r></w:p></w:footnotes>',
      'word/styles.xml': '<w:styles><w:t>not text</w:t></w:styles>',
      'docProps/core.xml': '<cp:coreProperties><dc:title>Tiêu đề tệp</dc:title></cp:coreProperties>',
    });
    const verdict = await inspectFile(bytes, 'bao-cao.docx');
    expect(verdict).toMatchObject({ ok: true, kind: 'docx', readable: true });
    if (!verdict.ok) throw new Error(verdict.reason);
    expect(verdict.text.split(/[\f\n]+/).filter(Boolean)).toEqual([
      'Đầu trang',
      'Mở đầu &C kết',
      PROSE,
      'Ghi chú',
      'Tiêu đề tệp',
    ]);
  });

  it('reads an XLSX with its strings and headers', async () => {
    const sheet =
      '<worksheet><sheetData><c t="inlineStr"><is><t>Trong ô</t></is></c></sheetData><headerFooter><oddHeader>&amp;C&amp;"Arial,Bold"&amp;14Biểu số 1</oddHeader></headerFooter></worksheet>';
    const verdict = await inspectFile(
      await xlsx(['Giải ngân', PROSE], { 'xl/worksheets/sheet1.xml': sheet }),
      'so-lieu.xlsx',
    );
    expect(verdict).toMatchObject({ ok: true, kind: 'xlsx', readable: true });
    expect(verdict.ok && verdict.text.split(/[\f\n]+/).filter(Boolean)).toEqual([
      'Giải ngân',
      PROSE,
      'Trong ô',
      'Biểu số 1',
    ]);
  });

  it('reads a PDF line by line and page by page', async () => {
    const verdict = await inspectFile(pdf([lines('BÁO CÁO', PROSE), lines('Trang hai')]), 'bao-cao.PDF');
    expect(verdict).toMatchObject({ ok: true, kind: 'pdf', mediaType: 'application/pdf', readable: true });
    expect(verdict.ok && verdict.text).toBe(`BÁO CÁO\n${PROSE}\n\fTrang hai\n`);
  });

  it.each([
    ['anh.png', png],
    ['anh.JPG', jpeg],
    ['anh.jpeg', jpeg],
    ['anh.webp', webp],
  ])('takes %s but cannot read it', async (name, bytes) => {
    expect(await inspectFile(bytes, name)).toMatchObject({ ok: true, readable: false, text: '' });
  });
});

describe('inspectFile: what a person must certify', () => {
  it('a PDF with a page without text', async () => {
    expect(await inspectFile(pdf([lines(PROSE), []]), 'ban-quet.pdf')).toMatchObject({ ok: true, readable: false });
  });

  it.each<[string, Parts]>([
    ['pictures', { 'word/media/image1.jpeg': jpeg }],
    ['an embedded workbook', { 'word/embeddings/Microsoft_Excel_Worksheet.xlsx': 'x' }],
    ['a foreign part', { 'word/afchunk.html': '<p>MẬT</p>' }],
  ])('a DOCX with %s and hardly any words', async (_what, parts) => {
    expect(await inspectFile(await docx(['Ảnh chụp công văn'], parts), 'ban-quet.docx')).toMatchObject({
      ok: true,
      readable: false,
    });
  });
});

describe('inspectFile: what is refused', () => {
  it.each<[string, string, Uint8Array]>([
    ['empty', 'a.pdf', new Uint8Array()],
    ['bad-name', '', png],
    ['bad-name', '../../a.png', png],
    ['bad-name', 'a\\b.png', png],
    ['bad-name', 'a\0.png', png],
    ['bad-name', 'a\u202egnp.exe.png', png],
    ['bad-name', `${'a'.repeat(300)}.png`, png],
    ['type-not-allowed', 'a', png],
    ['type-not-allowed', 'a.exe', png],
    ['type-not-allowed', 'a.png.svg', png],
    ['type-not-allowed', 'a.docm', png],
    ['type-not-allowed', 'a.doc', oldOffice],
    ['type-not-allowed', 'a.html', Buffer.from('<script>')],
    ['extension-lies', 'a.pdf', png],
    ['extension-lies', 'a.png', jpeg],
    ['extension-lies', 'a.png', Buffer.from('MZ')],
    ['extension-lies', 'a.jpg', oldOffice],
    ['extension-lies', 'a.docx', Buffer.from('%PDF-1.7')],
    ['extension-lies', 'a.pdf', Buffer.from('\n%PDF-1.7')],
    ['encrypted', 'a.docx', oldOffice],
    ['broken', 'a.docx', Buffer.from('504b0304ffffffff', 'hex')],
    ['broken', 'a.pdf', Buffer.from('%PDF-1.7 and nothing else')],
    ['active-content', 'a.pdf', pdf([lines(PROSE)], '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>')],
    ['active-content', 'a.pdf', pdf([lines(PROSE)], '/OpenAction << /S /Launch /F (cmd.exe) >>')],
  ])('%s: %j', async (reason, name, bytes) => {
    const verdict = await inspectFile(bytes, name);
    expect(verdict).toMatchObject({ ok: false, reason });
    expect(verdict.ok ? '' : verdict.detail).toMatch(/Hãy|hãy/);
  });

  it('too-large', async () => {
    expect(await inspectFile(png, 'a.png', { ...inspectionLimits, maxBytes: 15 })).toMatchObject({
      reason: 'too-large',
    });
    expect(await inspectFile(png, 'a.png', { ...inspectionLimits, maxBytes: 16 })).toMatchObject({ ok: true });
  });

  const types = (type: string) => ({ '[Content_Types].xml': `<Types><Override ContentType="${type}"/></Types>` });
  const rels = (type: string) => ({
    'word/_rels/settings.xml.rels': `<Relationships><Relationship Type="http://schemas.example/${type}" Target="http://evil.example/" TargetMode="External"/></Relationships>`,
  });

  it.each<[string, string, Parts]>([
    ['has-macro', 'VBA project', { 'word/vbaProject.bin': 'x' }],
    ['has-macro', 'VBA project elsewhere', { 'customXml/VBAPROJECT.BIN': 'x' }],
    ['has-macro', 'macro type', types('application/vnd.ms-word.document.macroEnabled.main+xml')],
    [
      'extension-lies',
      'another Office file',
      types('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
    ],
    ['active-content', 'ActiveX', { 'word/activeX/activeX1.xml': 'x' }],
    ['active-content', 'OLE object', { 'word/embeddings/oleObject1.bin': 'x' }],
    ['active-content', 'remote template', rels('attachedTemplate')],
    ['active-content', 'remote object', rels('oleObject')],
    [
      'active-content',
      'DDE field',
      {
        'word/document.xml':
          '<w:document><w:instrText xml:space="preserve"> DDEAUTO c:\\\\cmd "/k" </w:instrText></w:document>',
      },
    ],
  ])('%s: DOCX with %s', async (reason, _what, parts) => {
    expect(await reasonOf(await docx([PROSE], parts), 'a.docx')).toBe(reason);
  });

  it.each<[string, string, Parts]>([
    ['has-macro', 'Excel 4 macros', { 'xl/macrosheets/sheet1.xml': 'x' }],
    ['has-macro', 'macro type', types('application/vnd.ms-excel.sheet.macroEnabled.main+xml')],
    [
      'active-content',
      'DDE link',
      { 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd"/></externalLink>' },
    ],
  ])('%s: XLSX with %s', async (reason, _what, parts) => {
    expect(await reasonOf(await xlsx([PROSE], parts), 'a.xlsx')).toBe(reason);
  });

  it('a ZIP that is no Office file', async () => {
    expect(await reasonOf(await zipOf({ 'a.txt': 'x' }), 'a.docx')).toBe('extension-lies');
  });

  it('too-complex: a bomb, whatever size it states', async () => {
    const bomb = await docx([PROSE], { 'word/bomb.xml': Buffer.alloc(130 * 1024 * 1024, 32) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await reasonOf(bomb, 'a.docx')).toBe('too-complex');
    const lying = understate(bomb, deflateRawSync(Buffer.alloc(130 * 1024 * 1024, 32)).length);
    expect(['too-complex', 'broken']).toContain(await reasonOf(lying, 'a.docx'));
  });

  it('too-complex: more parts than any document has', async () => {
    const parts = Object.fromEntries(Array.from({ length: 3001 }, (_, index) => [`word/p${index}.xml`, '']));
    expect(await reasonOf(await docx([PROSE], parts), 'a.docx')).toBe('too-complex');
  });

  it('too-complex: what does not end in time', async () => {
    const many = pdf(Array.from({ length: 400 }, () => lines(PROSE, PROSE)));
    expect(await inspectFile(many, 'a.pdf', { ...inspectionLimits, timeoutMs: 1 })).toMatchObject({
      reason: 'too-complex',
    });
  });

  it('an entity bomb stays the few letters it is', async () => {
    const entities =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document><w:p><w:t>Bản tin &b; &amp; &#7853;</w:t></w:p></w:document>';
    const verdict = await inspectFile(await docx([], { 'word/document.xml': entities }), 'a.docx');
    expect(verdict.ok && verdict.text).toContain('Bản tin &b; & ậ');
  });
});

/** Writes another uncompressed size into a ZIP's directory wherever this compressed size stands. */
function understate(zip: Uint8Array, compressed: number): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = 0; at + 8 <= bytes.length; at += 1) {
    if (bytes.readUInt32LE(at) === compressed) bytes.writeUInt32LE(1000, at + 4);
  }
  return bytes;
}

describe('inspectFile: secrecy', () => {
  const stamped = ['ỦY BAN NHÂN DÂN', 'TỈNH HẢI BÌNH', 'MẬT', 'Số: 12/BC-UBND', PROSE];

  it('refuses a mark in the name before it looks inside', async () => {
    expect(await inspectFile(png, 'Báo cáo (Mật).png')).toMatchObject({
      reason: 'secret',
      marks: [{ place: 'file-name' }],
    });
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['a DOCX stamp', () => docx(stamped), 'a.docx'],
    [
      'letters in runs of their own',
      () =>
        docx([], {
          'word/document.xml': '<w:p><w:r><w:t>M</w:t></w:r><w:r><w:t>Ậ</w:t></w:r><w:r><w:t>T</w:t></w:r></w:p>',
        }),
      'a.docx',
    ],
    [
      'a text box',
      () =>
        docx([PROSE], {
          'word/document.xml': `<w:p><w:r><w:t>${PROSE}</w:t><w:txbxContent><w:p><w:t>TỐI MẬT</w:t></w:p></w:txbxContent></w:r></w:p>`,
        }),
      'a.docx',
    ],
    ['a header', () => docx([PROSE], { 'word/header2.xml': '<w:hdr><w:p><w:t>TỐI MẬT</w:t></w:p></w:hdr>' }), 'a.docx'],
    [
      'deleted text',
      () => docx([PROSE], { 'word/comments.xml': '<w:p><w:delText>Độ mật: Mật</w:delText></w:p>' }),
      'a.docx',
    ],
    [
      'a property',
      () => docx([PROSE], { 'docProps/core.xml': '<x><cp:keywords>TUYỆT MẬT</cp:keywords></x>' }),
      'a.docx',
    ],
    [
      'UTF-16',
      () => docx([PROSE], { 'word/header1.xml': Buffer.from('\ufeff<w:p><w:t>MẬT</w:t></w:p>', 'utf16le') }),
      'a.docx',
    ],
    ['a cell', () => xlsx(['Biểu 1', 'TỐI MẬT', PROSE]), 'a.xlsx'],
    [
      'a sheet header',
      () =>
        xlsx([PROSE], {
          'xl/worksheets/sheet1.xml': '<worksheet><oddHeader>&amp;R&amp;"Arial"&amp;14MẬT</oddHeader></worksheet>',
        }),
      'a.xlsx',
    ],
    ['a PDF stamp', () => pdf([lines(...stamped)]), 'a.pdf'],
    ['a PDF stamp on a later page', () => pdf([lines(PROSE), lines(PROSE, 'TUYỆT MẬT')]), 'a.pdf'],
    [
      'a PDF stamp beside the heading',
      () =>
        pdf([
          [
            { text: 'TỐI MẬT', x: 72, y: 770 },
            { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', x: 250, y: 770 },
            ...lines('', '', PROSE),
          ],
        ]),
      'a.pdf',
    ],
    [
      'PDF letters spaced out',
      () => pdf([[...'MẬT'].map((text, index) => ({ text, x: 72 + 20 * index, y: 770 })).concat(lines('', '', PROSE))]),
      'a.pdf',
    ],
  ])('refuses %s', async (_what, file, name) => {
    const verdict = await inspectFile(await file(), name);
    expect(verdict).toMatchObject({ ok: false, reason: 'secret' });
    expect(JSON.stringify(verdict)).not.toContain('giải ngân');
  });

  it('does not refuse words in running text', async () => {
    const news = ['Bộ trưởng nói về bảo vệ bí mật nhà nước', 'Công văn đóng dấu MẬT bị phát tán là giả.', PROSE];
    expect(await reasonOf(await docx(news), 'a.docx')).toBe('ok');
    expect(await reasonOf(pdf([lines(...news)]), 'a.pdf')).toBe('ok');
    expect(await reasonOf(await xlsx(news), 'a.xlsx')).toBe('ok');
  });
});
