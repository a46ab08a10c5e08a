import { documentWords } from '@lamro/wording';
import type { Annex, Block, OfficialDocument } from '../document/document.ts';
import { SIZE } from '../document/measures.ts';
import { cleanText } from '../text/clean.ts';
import { writeChart } from './chart.ts';
import { line, writeFoot, writeHead, writeTitle } from './head.ts';
import { INDENT, writeParagraph } from './paragraph.ts';
import { createSheet, LEFT, type Sheet, type Structure, WIDTH } from './sheet.ts';
import { writeTable } from './table.ts';

const ALL = { x: LEFT, width: WIDTH };

/**
 * An administrative document as PDF 1.7 in the layout of Nghị định 30/2020/NĐ-CP: text that can be selected, embedded fonts, a
 * structure tree (headings, paragraphs, tables with their heads, figures with alternative text) and an outline.
 */
export async function renderPdf(document: OfficialDocument): Promise<Uint8Array> {
  const { title, subject, office } = document;
  const sheet = createSheet({ title: cleanText(title), author: office.body, subject: cleanText(subject) });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    sheet.pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    sheet.pdf.on('end', resolve);
    sheet.pdf.on('error', reject);
  });
  const root = sheet.pdf.struct('Document');
  sheet.pdf.addStructure(root);
  writeHead(sheet, document, root);
  writeTitle(sheet, document, root);
  for (const block of document.body) writeBlock(sheet, block, root);
  writeFoot(sheet, document, root);
  for (const annex of document.annexes) writeAnnex(sheet, document, annex, root);
  root.end();
  sheet.pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function writeBlock(sheet: Sheet, block: Block, into: Structure): void {
  switch (block.kind) {
    case 'heading':
      sheet.need(6 * SIZE.text);
      if (block.level === 1) sheet.pdf.outline.addItem(cleanText(block.text));
      if (block.anchor !== undefined) sheet.pdf.addNamedDestination(block.anchor, 'XYZ', LEFT, sheet.y, null);
      writeParagraph(
        sheet,
        [{ text: block.text, bold: true, italic: block.level === 3 }],
        { tag: `H${block.level}`, size: SIZE.text, align: 'justify', indent: INDENT },
        into,
      );
      return;
    case 'paragraph': {
      const note = block.look === 'note';
      const spans = block.look === 'item' ? [{ text: '- ' }, ...block.spans] : block.spans;
      const look = note ? { size: SIZE.note, italic: true } : { size: SIZE.text, indent: INDENT };
      writeParagraph(sheet, spans, { tag: 'P', align: 'justify', ...look }, into);
      return;
    }
    case 'table':
      if (block.caption !== null) caption(sheet, block.caption, into);
      writeTable(sheet, block, into);
      sheet.y += 8;
      return;
    case 'chart':
      caption(sheet, block.title, into);
      writeChart(sheet, block, into);
      return;
  }
}

function caption(sheet: Sheet, text: string, into: Structure): void {
  const look = { tag: 'P', size: SIZE.text, italic: true, align: 'center', keep: 80 } as const;
  writeParagraph(sheet, [{ text }], look, into);
}

function writeAnnex(sheet: Sheet, document: OfficialDocument, annex: Annex, into: Structure): void {
  sheet.newSection();
  const [date = ''] = document.placeDate.split(', ').slice(1);
  const title = documentWords.annex(annex.number);
  sheet.pdf.outline.addItem(`${title}. ${annex.title}`);
  line(sheet, title, { size: SIZE.annex, bold: true, tag: 'H1' }, ALL, into);
  line(sheet, annex.title, { size: SIZE.annex, bold: true, tag: 'H2' }, ALL, into);
  const origin = documentWords.annexOf(`${document.title}, ${document.number}, ${date}`);
  line(sheet, origin, { size: SIZE.text, italic: true }, ALL, into);
  sheet.y += 10;
  for (const block of annex.blocks) writeBlock(sheet, block, into);
}
