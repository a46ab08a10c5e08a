import PDFDocument from 'pdfkit';
import { PAGE, SIZE } from '../document/measures.ts';
import { fontBytes, fontFor } from './fonts.ts';

const POINT = 72 / 25.4;
export const LEFT = PAGE.left * POINT;
export const RIGHT = (PAGE.width - PAGE.right) * POINT;
export const WIDTH = RIGHT - LEFT;
export const TOP = PAGE.top * POINT;
export const BOTTOM = (PAGE.height - PAGE.bottom) * POINT;
const NUMBER_AT = PAGE.header * POINT;

export type Structure = PDFKit.PDFStructureElement;

/** The paper: pages with their numbers, and the place where the next line goes. */
export interface Sheet {
  readonly pdf: PDFKit.PDFDocument;
  /** Where the next thing goes, from the top of the page, in points. */
  y: number;
  /** Begins pages that are numbered from 1 again. */
  newSection(): void;
  /** Goes to a new page where less than `height` is left on this one. */
  need(height: number): void;
  /** Selects a font of the package, embedding it at its first use. */
  font(name: string, size: number): void;
  /** Length of a text in a font, in points. */
  width(text: string, font: string, size: number): number;
}

export interface SheetOptions {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
}

/** An empty tagged PDF (1.7) in Vietnamese, with its first page. */
export function createSheet(options: SheetOptions): Sheet {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: options.title, Author: options.author, Subject: options.subject },
  });
  const embedded = new Set<string>();
  const widths = new Map<string, number>();
  let number = 0;
  const addPage = () => {
    pdf.addPage();
    number++;
    sheet.y = TOP;
    if (number === 1) return;
    // The number is furniture of the page, no part of what is read.
    pdf.markContent('Artifact', { type: 'Pagination' });
    const text = String(number);
    const font = fontFor('latin', text, false, false);
    const x = LEFT + (WIDTH - sheet.width(text, font, SIZE.page)) / 2;
    // Whatever was set last: the page may turn in the middle of a bold title.
    sheet.font(font, SIZE.page);
    pdf.text(text, x, NUMBER_AT, { lineBreak: false });
    pdf.endMarkedContent();
  };
  const sheet: Sheet = {
    pdf,
    y: TOP,
    newSection: () => {
      number = 0;
      addPage();
    },
    need: (height) => {
      if (sheet.y + height > BOTTOM && sheet.y > TOP) addPage();
    },
    font: (name, size) => {
      if (!embedded.has(name)) pdf.registerFont(name, fontBytes(name));
      embedded.add(name);
      pdf.font(name, size);
    },
    width: (text, font, size) => {
      const key = `${font} ${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known * size;
      sheet.font(font, 1000);
      const width = pdf.widthOfString(text) / 1000;
      widths.set(key, width);
      sheet.font(font, size);
      return width * size;
    },
  };
  sheet.newSection();
  return sheet;
}

/** Draws what carries no meaning: lines and frames. */
export function decorate(sheet: Sheet, draw: (pdf: PDFKit.PDFDocument) => void): void {
  sheet.pdf.markContent('Artifact', { type: 'Layout' });
  draw(sheet.pdf);
  sheet.pdf.endMarkedContent();
}
