import JSZip from 'jszip';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const MAIN = 'application/vnd.openxmlformats-officedocument.';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A ZIP file of these parts. */
export async function zipOf(parts: Parts): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, part] of Object.entries(parts)) zip.file(name, part);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A DOCX file with these paragraphs, and further parts as given. */
export function docx(paragraphs: readonly string[], more: Parts = {}): Promise<Uint8Array> {
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`)
    .join('');
  return zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${MAIN}wordprocessingml.document.main+xml"/></Types>`,
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

/** An XLSX file with these shared strings, and further parts as given. */
export function xlsx(strings: readonly string[], more: Parts = {}): Promise<Uint8Array> {
  return zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${MAIN}spreadsheetml.sheet.main+xml"/></Types>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ...more,
  });
}

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A PDF with these pieces of text on each page, in a font whose codes are explained by a ToUnicode map. */
export function pdf(pages: readonly (readonly PlacedText[])[], extra = ''): Uint8Array {
  const hex = (text: string): string =>
    [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  const codes = new Set(pages.flat().flatMap(({ text }) => [...text]));
  const map = [...codes].map((char) => `<${hex(char)}> <${hex(char)}>`);
  const cmap =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def ' +
    `1 begincodespacerange <0000> <ffff> endcodespacerange ${map.length} beginbfchar ${map.join(' ')} endbfchar endcmap end end`;
  const stream = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const first = 6;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${extra} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>',
    stream(cmap),
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + 2 * index + 1} 0 R >>`,
      stream(`BT /F 12 Tf ${page.map(({ text, x, y }) => `1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj`).join(' ')} ET`),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Lines of text one below the other, as a page of {@link pdf}. */
export function lines(...texts: readonly string[]): readonly PlacedText[] {
  return texts.map((text, index) => ({ text, x: 72, y: 770 - index * 18 }));
}
