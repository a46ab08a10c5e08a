import {
  AlignmentType,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { layoutChart } from '../chart/layout.ts';
import { chartPng } from '../chart/png.ts';
import { chartSvg } from '../chart/svg.ts';
import type { Block, Chart, Table as TableBlock, Paragraph as TextParagraph } from '../document/document.ts';
import { TEXT_WIDTH } from '../document/measures.ts';
import { line } from './head.ts';
import { anchored, runsOf } from './run.ts';
import { pointTwips, twips } from './unit.ts';

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const ALIGNMENTS = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;
const MARGINS = { top: 30, bottom: 30, left: 70, right: 70 };
/** Pixels of a point at 96 to the inch, in which the picture's size is given. */
const PIXELS = 96 / 72;

/** A block of the text as Word has it. */
export function docxBlock(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          children: anchored(block.anchor, runsOf([{ text: block.text }])),
        }),
      ];
    case 'paragraph':
      return [textParagraph(block)];
    case 'table':
      return [...(block.caption === null ? [] : [line('TenBang', block.caption)]), table(block), gap()];
    case 'chart':
      return [line('TenBang', block.title), picture(block), gap()];
  }
}

function textParagraph({ spans, look }: TextParagraph): Paragraph {
  const children = runsOf(look === 'item' ? [{ text: '- ' }, ...spans] : spans);
  return new Paragraph({ style: look === 'note' ? 'GhiChu' : 'NoiDung', children });
}

function table(block: TableBlock): Table {
  const full = twips(TEXT_WIDTH);
  const total = block.widths.reduce((sum, width) => sum + width, 0);
  const widths = block.widths.map((width) => Math.round((full * width) / total));
  const oneCell = (index: number, children: Paragraph[]) =>
    new TableCell({ width: { size: widths[index] ?? 0, type: WidthType.DXA }, margins: MARGINS, children });
  return new Table({
    width: { size: full, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.head.map((text, index) => oneCell(index, [line('BangTieuDe', text)])),
      }),
      ...block.rows.map(
        (row) =>
          new TableRow({
            children: row.cells.map((cell, index) =>
              oneCell(index, [
                new Paragraph({
                  style: 'BangNoiDung',
                  alignment: ALIGNMENTS[block.align[index] ?? 'left'],
                  children: anchored(index === 0 ? row.anchor : undefined, runsOf(cell.spans)),
                }),
              ]),
            ),
          }),
      ),
    ],
  });
}

function picture(chart: Chart): Paragraph {
  const layout = layoutChart(chart);
  const size = { width: Math.round(layout.width * PIXELS), height: Math.round(layout.height * PIXELS) };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(chartSvg(layout)),
        transformation: size,
        altText: { title: chart.title, description: chart.alt, name: chart.title },
        fallback: { type: 'png', data: Buffer.from(chartPng(layout)) },
      }),
    ],
  });
}

function gap(): Paragraph {
  return new Paragraph({ style: 'BangNoiDung', spacing: { before: 0, after: pointTwips(6) } });
}
