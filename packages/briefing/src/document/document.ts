import type { IssuingOffice } from '@lamro/domain';

/** A piece of text of one look. */
export interface Span {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Address of the web that the text leads to. */
  readonly href?: string;
  /** Anchor of this document that the text leads to. */
  readonly anchor?: string;
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Name by which other places lead here. */
  readonly anchor?: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly spans: readonly Span[];
  /** `item` starts with a dash, `note` is set smaller. */
  readonly look?: 'item' | 'note';
}

export interface Cell {
  readonly spans: readonly Span[];
}

export interface TableRow {
  readonly cells: readonly Cell[];
  /** Name by which other places lead here. */
  readonly anchor?: string;
}

export interface Table {
  readonly kind: 'table';
  /** What the table shows; null where the heading above it says so. */
  readonly caption: string | null;
  readonly head: readonly string[];
  /** Shares of the width, one a column. */
  readonly widths: readonly number[];
  readonly align: readonly ('left' | 'right' | 'center')[];
  readonly rows: readonly TableRow[];
}

/** Bars of several parts, one above the other. */
export interface Chart {
  readonly kind: 'chart';
  readonly title: string;
  /** Everything that the picture shows, in words. */
  readonly alt: string;
  readonly series: readonly string[];
  readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[];
}

export type Block = Heading | Paragraph | Table | Chart;

export interface Annex {
  /** Roman numeral. */
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** An administrative document, whatever format it is written in (Nghị định 30/2020/NĐ-CP, phụ lục I). */
export interface OfficialDocument {
  readonly office: Pick<IssuingOffice, 'parentBody' | 'body'>;
  /** "Số: 05/BC-SNgV" */
  readonly number: string;
  readonly placeDate: string;
  /** Framed mark such as "DỰ THẢO"; null for none. */
  readonly mark: string | null;
  /** Capital letters; null for a công văn, whose subject stands under its number. */
  readonly type: string | null;
  readonly subject: string;
  readonly addressees: readonly string[];
  readonly body: readonly Block[];
  readonly signature: { readonly post: string; readonly name: string | null };
  /** Lines of "Nơi nhận", without dashes, with their last sign. */
  readonly recipients: readonly string[];
  readonly annexes: readonly Annex[];
  /** For the file's properties. */
  readonly title: string;
}

export function paragraph(...spans: readonly (Span | string)[]): Paragraph {
  return { kind: 'paragraph', spans: spans.map(asSpan) };
}

export function item(...spans: readonly (Span | string)[]): Paragraph {
  return { kind: 'paragraph', look: 'item', spans: spans.map(asSpan) };
}

export function note(...spans: readonly (Span | string)[]): Paragraph {
  return { kind: 'paragraph', look: 'note', spans: spans.map(asSpan) };
}

export function heading(level: 1 | 2 | 3, text: string, anchor?: string): Heading {
  return { kind: 'heading', level, text, ...(anchor === undefined ? {} : { anchor }) };
}

export function cell(...spans: readonly (Span | string)[]): Cell {
  return { spans: spans.map(asSpan) };
}

function asSpan(span: Span | string): Span {
  return typeof span === 'string' ? { text: span } : span;
}
