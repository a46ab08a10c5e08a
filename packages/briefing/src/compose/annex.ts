import type { BriefingContent, BriefingItem } from '@lamro/domain';
import { formatTime, termOf, briefingWords as words, wordsIn } from '@lamro/wording';
import { type Block, cell, paragraph } from '../document/document.ts';
import type { References } from './references.ts';

const { terms } = wordsIn('vi');

/** The table of all items, under the numbers that figures refer to. */
export function annexBlocks(content: BriefingContent, references: References): Block[] {
  if (content.annex.length === 0) return [paragraph(words.none.annex)];
  return [
    {
      kind: 'table',
      caption: null,
      head: words.annexHeads,
      widths: [7, 16, 17, 32, 13, 15],
      align: ['center', 'left', 'left', 'left', 'left', 'left'],
      rows: content.annex.map((row, index) => ({
        anchor: references.articleAnchor(row.articleId),
        cells: [
          cell({ text: String(index + 1), ...deskLink(references.articlePage(row.articleId)) }),
          cell(row.publishedAt === null ? words.noTime : formatTime(new Date(row.publishedAt), 'vi')),
          cell(row.outlet),
          cell({ text: row.title, href: row.url }),
          cell(termOf(terms.sectors, row.sectors[0] ?? 'other')),
          cell(judgementOf(row)),
        ],
      })),
    },
  ];
}

/** How an item was judged, as far as it was. */
export function judgementOf(row: BriefingItem): string {
  if (row.verdict !== null) return termOf(terms.verdicts, row.verdict);
  return row.flagState === null ? words.notFlagged : termOf(terms.flagStates, row.flagState);
}

function deskLink(page: string | null): { href?: string } {
  return page === null ? {} : { href: page };
}
