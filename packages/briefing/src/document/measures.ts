/**
 * Measures of an administrative document (Nghị định 30/2020/NĐ-CP, phụ lục I). The decree gives ranges; these are the values
 * chosen within them. Lengths in millimetres, sizes in points.
 */
export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, header: 10 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** Of the text's width: what the issuing body's column takes; the country's name must stay on one line. */
export const LEFT_COLUMN = 0.4;

export const SIZE = {
  country: 13,
  motto: 14,
  body: 13,
  number: 13,
  placeDate: 14,
  type: 14,
  subject: 14,
  /** "V/v ..." of a công văn. */
  about: 13,
  text: 14,
  post: 14,
  recipientsHead: 12,
  recipient: 11,
  annex: 14,
  page: 14,
  mark: 13,
  /** Tables and notes, which the decree leaves open. */
  table: 11,
  note: 11,
} as const;

export const FIRST_LINE = 12.7;
/** Between paragraphs, in points. */
export const PARAGRAPH_GAP = 6;
/** Of the single line. */
export const LINE_SPACING = 1.1;
/** Length of the line under the issuing body and under the subject, as a share of the text's: between 1/3 and 1/2. */
export const RULE_SHARE = 0.4;
export const FONT = 'Times New Roman';
