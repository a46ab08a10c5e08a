import { documentWords } from '@lamro/wording';
import type { OfficialDocument } from '../document/document.ts';
import { LEFT_COLUMN, RULE_SHARE, SIZE } from '../document/measures.ts';
import { cleanText } from '../text/clean.ts';
import { fontFor } from './fonts.ts';
import { type ParagraphLook, writeParagraph } from './paragraph.ts';
import { decorate, LEFT, type Sheet, type Structure, WIDTH } from './sheet.ts';

const COLUMN = WIDTH * LEFT_COLUMN;
const capitals = (text: string) => cleanText(text).toLocaleUpperCase('vi');

/** Quốc hiệu, Tiêu ngữ, issuing body, number, place and date. */
export function writeHead(sheet: Sheet, document: OfficialDocument, into: Structure): void {
  const { office } = document;
  const left = { x: LEFT, width: COLUMN };
  const right = { x: LEFT + COLUMN, width: WIDTH - COLUMN };
  const top = sheet.y;
  line(sheet, capitals(office.parentBody), { size: SIZE.body }, left, into);
  line(sheet, capitals(office.body), { size: SIZE.body, bold: true }, left, into);
  rule(sheet, left, bold(sheet, capitals(office.body), SIZE.body) * RULE_SHARE);
  const leftEnd = sheet.y;
  sheet.y = top;
  line(sheet, documentWords.country, { size: SIZE.country, bold: true }, right, into);
  line(sheet, documentWords.motto, { size: SIZE.motto, bold: true }, right, into);
  rule(sheet, right, bold(sheet, documentWords.motto, SIZE.motto));
  const second = Math.max(leftEnd, sheet.y) + 4;
  sheet.y = second;
  line(sheet, document.number, { size: SIZE.number }, left, into);
  if (document.type === null) {
    sheet.y += 6;
    line(sheet, document.subject, { size: SIZE.about }, left, into);
  }
  if (document.mark !== null) writeMark(sheet, document.mark, left, into);
  const end = sheet.y;
  sheet.y = second;
  line(sheet, document.placeDate, { size: SIZE.placeDate, italic: true }, right, into);
  sheet.y = Math.max(end, sheet.y) + 14;
}

/** Type, subject with the line under it, and whom it is addressed to. */
export function writeTitle(sheet: Sheet, document: OfficialDocument, into: Structure): void {
  const all = { x: LEFT, width: WIDTH };
  if (document.type !== null) {
    line(sheet, capitals(document.type), { size: SIZE.type, bold: true, tag: 'H1' }, all, into);
    line(sheet, document.subject, { size: SIZE.subject, bold: true }, all, into);
    rule(sheet, all, Math.min(WIDTH, bold(sheet, document.subject, SIZE.subject)) * RULE_SHARE);
    sheet.y += 10;
  }
  const [only] = document.addressees;
  if (only === undefined) return;
  const several = document.addressees.length > 1;
  line(sheet, several ? documentWords.to : `${documentWords.to} ${only}`, { size: SIZE.text }, all, into);
  if (several) for (const name of document.addressees) line(sheet, `- ${name};`, { size: SIZE.text }, all, into);
  sheet.y += 10;
}

/** "Nơi nhận" on the left, level with the signer's post on the right. */
export function writeFoot(sheet: Sheet, document: OfficialDocument, into: Structure): void {
  const half = WIDTH / 2;
  const left = { x: LEFT, width: half };
  const right = { x: LEFT + half, width: half };
  sheet.need(130);
  sheet.y += 10;
  const top = sheet.y;
  line(
    sheet,
    documentWords.recipients,
    { size: SIZE.recipientsHead, bold: true, italic: true, align: 'left' },
    left,
    into,
  );
  for (const name of document.recipients) line(sheet, `- ${name}`, { size: SIZE.recipient, align: 'left' }, left, into);
  const end = sheet.y;
  sheet.y = top;
  line(sheet, capitals(document.signature.post), { size: SIZE.post, bold: true }, right, into);
  if (document.signature.name !== null) {
    // Room for the signature and the seal.
    sheet.y += 75;
    line(sheet, document.signature.name, { size: SIZE.post, bold: true }, right, into);
  }
  sheet.y = Math.max(end, sheet.y);
}

type Column = Pick<ParagraphLook, 'x' | 'width'>;

export function line(
  sheet: Sheet,
  text: string,
  look: Pick<ParagraphLook, 'size' | 'bold' | 'italic'> & Partial<Pick<ParagraphLook, 'tag' | 'align'>>,
  column: Column,
  into: Structure,
): void {
  writeParagraph(sheet, [{ text }], { tag: 'P', align: 'center', after: 0, spacing: 1, ...look, ...column }, into);
}

function bold(sheet: Sheet, text: string, size: number): number {
  return sheet.width(text, fontFor('latin', text, true, false), size);
}

function rule(sheet: Sheet, column: Column, length: number): void {
  const middle = (column.x ?? LEFT) + (column.width ?? WIDTH) / 2;
  const y = sheet.y + 2;
  decorate(sheet, (pdf) =>
    pdf
      .moveTo(middle - length / 2, y)
      .lineTo(middle + length / 2, y)
      .lineWidth(0.75)
      .stroke('#000000'),
  );
  sheet.y += 5;
}

function writeMark(sheet: Sheet, mark: string, column: Column, into: Structure): void {
  const width = bold(sheet, mark, SIZE.mark) + 16;
  const x = (column.x ?? LEFT) + ((column.width ?? WIDTH) - width) / 2;
  sheet.y += 5;
  decorate(sheet, (pdf) =>
    pdf
      .rect(x, sheet.y, width, SIZE.mark * 1.5)
      .lineWidth(0.75)
      .stroke('#000000'),
  );
  sheet.y += 2;
  line(sheet, mark, { size: SIZE.mark, bold: true }, column, into);
  sheet.y += 4;
}
