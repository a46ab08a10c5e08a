import { load } from 'cheerio';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleBriefing, sampleContent, TITLES } from '../../test/sample.ts';
import { composeBriefing } from '../compose/briefing.ts';
import { boldWidth } from '../text/width.ts';
import { renderDocx } from './docx.ts';

type Xml = ReturnType<typeof load>;
const MM = 1440 / 25.4;
let body: Xml;
/** The briefing of all scripts, which later tests do not replace. */
let written: Xml;
let styles: Xml;
let headers: string[];

async function open(bytes: Uint8Array): Promise<JSZip> {
  return JSZip.loadAsync(bytes);
}
async function part(zip: JSZip, name: string): Promise<string> {
  const file = zip.file(name);
  if (file === null) throw new Error(`no ${name}`);
  return file.async('string');
}
const parse = (xml: string) => load(xml, { xml: true });

beforeAll(async () => {
  const zip = await open(await renderDocx(composeBriefing(sampleBriefing(sampleContent(16)))));
  body = parse(await part(zip, 'word/document.xml'));
  written = body;
  styles = parse(await part(zip, 'word/styles.xml'));
  const names = Object.keys(zip.files).filter((name) => /^word\/header\d*\.xml$/.test(name));
  headers = await Promise.all(names.map((name) => part(zip, name)));
});

/** Size in points, weight and slant of a paragraph style; case and order of the text are read from the body. */
function styleOf(id: string) {
  const style = styles(`w\\:style[w\\:styleId="${id}"]`);
  expect(style.length, id).toBe(1);
  const on = (name: string) =>
    style.find(`w\\:rPr > w\\:${name}`).length > 0 && style.find(`w\\:rPr > w\\:${name}`).attr('w:val') !== 'false';
  return {
    size: Number(style.find('w\\:rPr > w\\:sz').attr('w:val')) / 2,
    bold: on('b'),
    italic: on('i'),
    align: style.find('w\\:jc').attr('w:val'),
    spacing: style.find('w\\:spacing'),
    indent: Number(style.find('w\\:ind').attr('w:firstLine') ?? 0),
  };
}
function textIn(style: string): string[] {
  return body(`w\\:p:has(> w\\:pPr > w\\:pStyle[w\\:val="${style}"])`)
    .toArray()
    .map((p) => body(p).find('w\\:t').text());
}
/** Length in points of the line drawn after a paragraph of a style, in a space of so many twips. */
function ruleAfter(style: string, space: number): number {
  const rule = body(`w\\:p:has(> w\\:pPr > w\\:pStyle[w\\:val="${style}"])`).first().next('w\\:p');
  expect(rule.find('w\\:pBdr > w\\:top').attr('w:val')).toBe('single');
  const indent = rule.find('w\\:ind');
  return (space - Number(indent.attr('w:left')) - Number(indent.attr('w:right'))) / 20;
}

describe('the page', () => {
  it('is A4 upright with margins within the decree, in every section', () => {
    const sections = body('w\\:sectPr').toArray();
    expect(sections.length).toBe(2);
    for (const section of sections) {
      const size = body(section).find('w\\:pgSz');
      const margin = body(section).find('w\\:pgMar');
      const mm = (name: string) => Number(margin.attr(`w:${name}`)) / MM;
      expect(Number(size.attr('w:w')) / MM).toBeCloseTo(210, 1);
      expect(Number(size.attr('w:h')) / MM).toBeCloseTo(297, 1);
      expect(size.attr('w:orient') ?? 'portrait').toBe('portrait');
      for (const side of ['top', 'bottom']) expect(mm(side)).toBeGreaterThan(19.9);
      for (const side of ['top', 'bottom']) expect(mm(side)).toBeLessThan(25.1);
      expect(mm('left')).toBeGreaterThan(29.9);
      expect(mm('left')).toBeLessThan(35.1);
      expect(mm('right')).toBeGreaterThan(14.9);
      expect(mm('right')).toBeLessThan(20.1);
    }
  });

  it('carries its number centred above the text, none on the first page, and numbers the annex anew', () => {
    expect(styleOf('SoTrang')).toMatchObject({ size: 14, bold: false, italic: false, align: 'center' });
    expect(headers.filter((xml) => xml.includes('PAGE')).length).toBe(headers.length / 2);
    for (const section of body('w\\:sectPr').toArray()) {
      expect(body(section).find('w\\:titlePg').length).toBe(1);
      const number = body(section).find('w\\:pgNumType');
      expect([number.attr('w:start'), number.attr('w:fmt')]).toEqual(['1', 'decimal']);
    }
  });

  it('is set in black Times New Roman', () => {
    const defaults = styles('w\\:docDefaults w\\:rPr');
    expect(defaults.find('w\\:rFonts').attr('w:ascii')).toBe('Times New Roman');
    const used = new Set(
      [...body('w\\:pStyle').toArray(), ...body('w\\:rStyle').toArray()].map((s) => body(s).attr('w:val')),
    );
    expect(used.size).toBeGreaterThan(20);
    const colours = new Set([
      ...[...used].map((id) => styles(`w\\:style[w\\:styleId="${id}"] w\\:color`).attr('w:val') ?? '000000'),
      ...body('w\\:color')
        .toArray()
        .map((colour) => body(colour).attr('w:val')),
    ]);
    expect([...colours]).toEqual(['000000']);
  });
});

describe('the head', () => {
  it('says the country and the motto with a line as long as the motto', () => {
    expect(textIn('QuocHieu')).toEqual(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
    expect(styleOf('QuocHieu')).toMatchObject({ size: 13, bold: true, italic: false, align: 'center' });
    expect(textIn('TieuNgu')).toEqual(['Độc lập - Tự do - Hạnh phúc']);
    expect(styleOf('TieuNgu')).toMatchObject({ size: 14, bold: true, italic: false, align: 'center' });
    expect(styleOf('TieuNgu').spacing.attr('w:line')).toBe('240');
    const columns = body('w\\:tbl')
      .first()
      .find('w\\:gridCol')
      .toArray()
      .map((c) => Number(body(c).attr('w:w')));
    expect(ruleAfter('TieuNgu', columns[1] ?? 0)).toBeCloseTo(boldWidth('Độc lập - Tự do - Hạnh phúc', 14), 0);
    // One line each: the country's name fits its column.
    expect(boldWidth('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13) * 20).toBeLessThan(columns[1] ?? 0);
    const length = ruleAfter('CoQuanBanHanh', columns[0] ?? 0) / boldWidth('SỞ NGOẠI VỤ', 13);
    expect(length).toBeGreaterThan(1 / 3);
    expect(length).toBeLessThan(1 / 2);
  });

  it('names the issuing body under its parent', () => {
    expect(textIn('CoQuanChuQuan')).toEqual(['ỦY BAN NHÂN DÂN TỈNH CAO BẰNG']);
    expect(styleOf('CoQuanChuQuan')).toMatchObject({ size: 13, bold: false, italic: false, align: 'center' });
    expect(textIn('CoQuanBanHanh')).toEqual(['SỞ NGOẠI VỤ']);
    expect(styleOf('CoQuanBanHanh')).toMatchObject({ size: 13, bold: true, align: 'center' });
  });

  it('has number, symbol, place and date on one line', () => {
    expect(textIn('SoKyHieu')).toEqual(['Số: 05/BC-SNgV']);
    expect(styleOf('SoKyHieu')).toMatchObject({ size: 13, bold: false, italic: false, align: 'center' });
    expect(textIn('DiaDanhNgayThang')[0]).toBe('Cao Bằng, ngày 05 tháng 02 năm 2026');
    expect(styleOf('DiaDanhNgayThang')).toMatchObject({ size: 14, bold: false, italic: true, align: 'center' });
    const row = body('w\\:tbl').first().find('w\\:tr').eq(1);
    expect(
      row
        .find('w\\:pStyle')
        .toArray()
        .map((p) => body(p).attr('w:val')),
    ).toEqual(['SoKyHieu', 'DiaDanhNgayThang']);
  });

  it('names type, subject and addressee', () => {
    expect(textIn('TenLoai')).toEqual(['BÁO CÁO']);
    expect(styleOf('TenLoai')).toMatchObject({ size: 14, bold: true, align: 'center' });
    const [subject = ''] = textIn('TrichYeu');
    expect(subject).toBe('Điểm báo tuần 47 năm 2026 (từ ngày 16/11/2026 đến ngày 22/11/2026)');
    expect(styleOf('TrichYeu')).toMatchObject({ size: 14, bold: true, align: 'center' });
    const length = ruleAfter('TrichYeu', Math.round(165 * MM)) / boldWidth(subject, 14);
    expect(length).toBeGreaterThan(1 / 3);
    expect(length).toBeLessThan(1 / 2);
    expect(textIn('KinhGui')).toEqual(['Kính gửi: Ủy ban nhân dân tỉnh Cao Bằng']);
    expect(styleOf('KinhGui')).toMatchObject({ size: 14, bold: false, italic: false });
  });
});

describe('the body', () => {
  it('is justified 14 with a first-line indent, 6 points between paragraphs and 1 to 1.5 line spacing', () => {
    const style = styleOf('NoiDung');
    expect(style).toMatchObject({ size: 14, bold: false, italic: false, align: 'both' });
    expect([10, 12.7]).toContain(Math.round((style.indent / MM) * 10) / 10);
    expect(Number(style.spacing.attr('w:after')) / 20).toBeGreaterThanOrEqual(6);
    const line = Number(style.spacing.attr('w:line')) / 240;
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(1.5);
    expect(textIn('NoiDung').length).toBeGreaterThan(20);
  });

  it('has numbered parts as real headings, bold 13 to 14', () => {
    const parts = textIn('Heading1');
    expect(parts.map((part) => part.split('.')[0])).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']);
    for (const id of ['Heading1', 'Heading2']) {
      expect(styleOf(id).bold).toBe(true);
      expect(styleOf(id).size).toBe(14);
    }
  });

  it('repeats the heads of tables, describes its pictures and leads to its sources', () => {
    const tables = body('w\\:tbl')
      .toArray()
      .filter((table) => body(table).find('w\\:pStyle[w\\:val="BangTieuDe"]').length > 0);
    expect(tables.length).toBe(4);
    for (const table of tables) expect(body(table).find('w\\:tr').first().find('w\\:tblHeader').length).toBe(1);
    const pictures = body('wp\\:docPr')
      .toArray()
      .map((p) => body(p).attr('descr'));
    expect(pictures).toEqual([
      'Biểu đồ cột: Tin, bài về địa phương theo ngày. 16/11: trong nước 1, nước ngoài 2',
      'Biểu đồ cột: Tin, bài về địa phương theo lĩnh vực. Du lịch: trong nước 3, nước ngoài 0',
    ]);
    const anchors = new Set(
      body('w\\:bookmarkStart')
        .toArray()
        .map((b) => body(b).attr('w:name')),
    );
    const targets = body('w\\:hyperlink[w\\:anchor]')
      .toArray()
      .map((h) => body(h).attr('w:anchor') ?? '');
    expect(targets.length).toBeGreaterThan(5);
    for (const target of targets) expect(anchors, target).toContain(target);
  });
});

describe('the foot and the annex', () => {
  it('has the signature on the right and the recipients on the left', () => {
    expect(textIn('ChucVu')[0]).toBe('GIÁM ĐỐC');
    expect(styleOf('ChucVu')).toMatchObject({ size: 14, bold: true, italic: false });
    expect(textIn('HoTen')).toEqual(['Nông Thị Mẫu']);
    expect(styleOf('HoTen')).toMatchObject({ size: 14, bold: true });
    expect(textIn('NoiNhan')).toEqual(['Nơi nhận:']);
    expect(styleOf('NoiNhan')).toMatchObject({ size: 12, bold: true, italic: true });
    expect(textIn('NguoiNhan')).toEqual(['- Như trên;', '- Lưu: VT, SNgV.']);
    expect(styleOf('NguoiNhan')).toMatchObject({ size: 11, bold: false, italic: false });
    const row = body('w\\:tr:has(w\\:pStyle[w\\:val="NoiNhan"])');
    expect(row.find('w\\:tc').first().find('w\\:pStyle').first().attr('w:val')).toBe('NoiNhan');
    expect(row.find('w\\:tc').last().find('w\\:pStyle').first().attr('w:val')).toBe('ChucVu');
  });

  it('names the annex with a Roman numeral and its title in capitals', () => {
    expect(textIn('PhuLuc')).toEqual(['Phụ lục I']);
    expect(styleOf('PhuLuc')).toMatchObject({ size: 14, bold: true, align: 'center' });
    expect(textIn('TenPhuLuc')).toEqual(['DANH MỤC TIN, BÀI VỀ ĐỊA PHƯƠNG']);
    expect(styleOf('TenPhuLuc')).toMatchObject({ size: 14, bold: true, align: 'center' });
  });
});

describe('drafts and corrections', () => {
  it('frames a draft mark and leaves number and day open', async () => {
    const draft = sampleBriefing(sampleContent(0), { issuedAt: null, number: null, signer: null, eventRoot: null });
    const zip = await open(await renderDocx(composeBriefing(draft)));
    body = parse(await part(zip, 'word/document.xml'));
    expect(textIn('DauChiDan')).toEqual(['DỰ THẢO']);
    const frame = body('w\\:p:has(> w\\:pPr > w\\:pStyle[w\\:val="DauChiDan"]) w\\:pBdr').children().toArray();
    expect(frame.map((side) => body(side).attr('w:val'))).toEqual(['single', 'single', 'single', 'single']);
    expect(textIn('SoKyHieu')[0]).toMatch(/^Số: \u00A0+\/BC-SNgV$/);
  });

  it('says in a later edition what it corrects', async () => {
    const second = sampleBriefing(sampleContent(1, { correction: 'Sửa số lượt khách.' }), { edition: 2 });
    const composed = composeBriefing(second);
    expect(composed.subject).toContain('Lần phát hành thứ 2');
    expect(JSON.stringify(composed.body[0])).toContain('Sửa số lượt khách.');
  });
});

describe('bad input', () => {
  it('keeps odd titles whole and the file well formed', async () => {
    const long = `${'Dài '.repeat(500)}hết`;
    const odd = ['a\u0000b\u000Bc\uFFFFd', '\uD800x', '<b>&amp;"\'</b>', '\u202Eevil', long];
    const content = sampleContent(odd.length);
    const annex = content.annex.map((item, index) => ({ ...item, title: odd[index] ?? '' }));
    const zip = await open(await renderDocx(composeBriefing(sampleBriefing({ ...content, annex }))));
    const xml = await part(zip, 'word/document.xml');
    const found = parse(xml);
    const text = found('w\\:t')
      .toArray()
      .map((t) => found(t).text());
    expect(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\u202E]/.test(xml)).toBe(false);
    expect(xml.isWellFormed()).toBe(true);
    expect(text).toContain('a b c d');
    expect(text).toContain('<b>&amp;"\'</b>');
    expect(text.some((piece) => piece === long)).toBe(true);
  });

  it('names a font for each script', () => {
    const fonts = (attribute: string) =>
      new Set(
        written('w\\:r > w\\:rPr > w\\:rFonts')
          .toArray()
          .map((run) => written(run).attr(attribute)),
      );
    for (const font of ['SimSun', 'MS Mincho', 'Batang']) expect(fonts('w:eastAsia')).toContain(font);
    expect(fonts('w:cs')).toContain('Leelawadee UI');
    expect(written('w\\:r > w\\:rPr > w\\:rtl').length).toBeGreaterThan(0);
    const text = written('w\\:t').text();
    for (const { title, outlet } of TITLES)
      expect([text.includes(title), text.includes(outlet)], title).toEqual([true, true]);
  });
});
