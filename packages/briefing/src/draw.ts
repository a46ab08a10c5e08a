import type { BriefingFormat } from '@lamro/domain';
import type { OfficialDocument } from './document/document.ts';

export type DrawnFormat = Exclude<BriefingFormat, 'xlsx'>;

/** Draws a document in this thread. The library of a format is loaded when the format is first asked for: most processes never draw one. */
export async function drawDocument(document: OfficialDocument, format: DrawnFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('./docx/docx.ts')).renderDocx(document);
    case 'pdf':
      return (await import('./pdf/pdf.ts')).renderPdf(document);
    case 'html':
      return new TextEncoder().encode((await import('./html/html.ts')).renderHtml(document));
  }
}
