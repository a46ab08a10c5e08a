import { extractTextItems, getDocumentProxy } from 'unpdf';
import { z } from 'zod';
import { type Content, letterCount, MAX_TEXT } from './content.ts';

const MAX_PAGES = 2000;

/** Fewer letters than this on a page, and what the page says is in its pictures. */
const MIN_LETTERS = 5;

/** Actions that run a program or a script; what is compressed is asked of the document itself. */
const ACTIVE = /\/(?:Launch|JavaScript|EmbeddedFile|RichMedia)\b/;

type Items = Awaited<ReturnType<typeof extractTextItems>>['items'][number];
type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

const annotation = z.looseObject({
  contentsObj: z.looseObject({ str: z.string() }).optional(),
  fieldValue: z.unknown().optional(),
  textContent: z.array(z.string()).optional(),
});

/** Reads the words of a PDF page by page, with its annotations and form fields. Refuses scripts and attached files. */
export async function readPdf(bytes: Uint8Array): Promise<Content> {
  if (ACTIVE.test(Buffer.from(bytes).toString('latin1'))) return { ok: false, reason: 'active-content' };
  const document = await openPdf(bytes);
  if (typeof document === 'string') return { ok: false, reason: document };
  if (document.numPages > MAX_PAGES) return { ok: false, reason: 'too-complex' };
  const attached = await document.getAttachments();
  const scripted = (await document.hasJSActions()) || (await document.getJSActions()) !== null;
  if (attached !== null || scripted) return { ok: false, reason: 'active-content' };
  const { items } = await extractTextItems(document);
  const pages: string[] = [];
  for (const [index, page] of items.entries()) pages.push(`${linesOf(page)}\n${await noteText(document, index + 1)}`);
  const readable = pages.length > 0 && pages.every((page) => letterCount(page) >= MIN_LETTERS) && !document.isPureXfa;
  return { ok: true, text: pages.join('\f').slice(0, MAX_TEXT), readable };
}

async function openPdf(bytes: Uint8Array): Promise<Document | 'encrypted' | 'broken'> {
  try {
    // The library takes its bytes over, so it gets a copy.
    return await getDocumentProxy(bytes.slice(), {
      enableXfa: false,
      useSystemFonts: false,
      verbosity: 0,
    });
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken';
  }
}

/** Puts pieces of text back into lines by where they stand; a wide gap between two of them is kept as a column's. */
function linesOf(items: Items): string {
  let text = '';
  let last: Items[number] | undefined;
  let spaced = false;
  for (const item of items) {
    // The library fills any gap on a line, a space or half a page, with one blank piece.
    if (item.str.trim() === '' && !item.hasEOL) {
      spaced = true;
      continue;
    }
    if (last !== undefined) text += between(last, item, spaced);
    text += item.str;
    last = item;
    spaced = false;
  }
  return text;
}

function between(last: Items[number], item: Items[number], spaced: boolean): string {
  const size = Math.max(item.fontSize, last.fontSize, 1);
  if (last.hasEOL || Math.abs(item.y - last.y) > size / 2) return '\n';
  const gap = item.x - (last.x + last.width);
  if (gap > 2 * size) return '    ';
  return spaced || gap > size / 4 ? ' ' : '';
}

/** What stands in comments, stamps and form fields of a page, one a line. */
async function noteText(document: Document, pageNumber: number): Promise<string> {
  const page = await document.getPage(pageNumber);
  const notes = z.array(annotation).parse(await page.getAnnotations());
  return notes
    .flatMap(({ contentsObj, fieldValue, textContent }) => [
      contentsObj?.str ?? '',
      typeof fieldValue === 'string' ? fieldValue : '',
      ...(textContent ?? []),
    ])
    .filter((note) => note !== '')
    .join('\n');
}
