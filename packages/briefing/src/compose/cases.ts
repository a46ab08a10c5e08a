import type { BriefingCase, BriefingContent } from '@lamro/domain';
import { formatTime, termOf, briefingWords as words, wordsIn } from '@lamro/wording';
import { type Block, cell, heading, item, paragraph, type Table } from '../document/document.ts';
import type { References } from './references.ts';

const { terms } = wordsIn('vi');

/** Distorted information: what was written, how it was answered, and how the deadlines went. */
export function caseBlocks(content: BriefingContent, references: References): Block[] {
  const shown = content.cases.filter((row) => row.included);
  if (shown.length === 0) return [paragraph(words.none.cases)];
  return shown.flatMap((row, index) => oneCase(row, index, references));
}

function oneCase(row: BriefingCase, index: number, references: References): Block[] {
  const heads = words.caseHeads;
  const page = references.casePage(row.caseId);
  return [
    heading(2, `${index + 1}. ${row.title}`, references.caseAnchor(row.caseId) ?? undefined),
    paragraph(
      { text: row.number, bold: true, ...(page === null ? {} : { href: page }) },
      ` (${heads.opened(time(row.openedAt))}). `,
      { text: `${heads.state} `, italic: true },
      `${termOf(terms.caseStates, row.state)}. `,
      { text: `${heads.agency} `, italic: true },
      `${row.leadAgency ?? heads.noAgency}.`,
    ),
    ...row.quotes.map((quote) =>
      item(
        { text: `${heads.quote} `, italic: true },
        `“${quote.quote}” (`,
        { text: quote.outlet, href: quote.url },
        ')',
      ),
    ),
    ...(row.answers.length === 0 ? [paragraph(heads.noAnswer)] : row.answers.map(answerBlock)),
    ...(row.deadlines.length === 0 ? [] : [deadlineTable(row)]),
    ...(row.comment === '' ? [] : [paragraph({ text: `${words.comment} `, italic: true }, row.comment)]),
  ];
}

function answerBlock(answer: BriefingCase['answers'][number]): Block {
  return item(
    { text: `${words.caseHeads.answer} `, italic: true },
    { text: answer.title, bold: true },
    ` (${words.caseHeads.released(termOf(terms.channels, answer.channel), time(answer.releasedAt))}). ${answer.body}`,
  );
}

function deadlineTable(row: BriefingCase): Table {
  return {
    kind: 'table',
    caption: words.deadlineTable(row.number),
    head: words.deadlineHeads,
    widths: [40, 22, 22, 16],
    align: ['left', 'left', 'left', 'left'],
    rows: row.deadlines.map((deadline) => ({
      cells: [
        cell(deadline.label),
        cell(time(deadline.dueAt)),
        cell(deadline.metAt === null ? words.notYet : time(deadline.metAt)),
        cell(keptWord(deadline.kept)),
      ],
    })),
  };
}

function keptWord(kept: boolean | null): string {
  if (kept === null) return words.deadlineRunning;
  return kept ? words.deadlineKept : words.deadlineMissed;
}

/** What outlets did after a clarification. */
export function outcomeBlocks(content: Pick<BriefingContent, 'outcomes'>, references: References): Block[] {
  if (content.outcomes.length === 0) return [paragraph(words.none.outcomes)];
  return [
    {
      kind: 'table',
      caption: words.outcomeTable,
      head: words.outcomeHeads,
      widths: [16, 18, 32, 16, 18],
      align: ['left', 'left', 'left', 'left', 'left'],
      rows: content.outcomes.map((row) => ({
        cells: [
          cell({ text: row.caseNumber, ...linkTo(references.casePage(row.caseId)) }),
          cell(row.outlet),
          cell({ text: row.title, href: row.url }),
          cell(termOf(terms.outcomes, row.outcome)),
          cell(time(row.confirmedAt)),
        ],
      })),
    },
  ];
}

/** Sources that brought nothing new. */
export function silenceBlocks(content: BriefingContent): Block[] {
  if (content.silentSources.length === 0) return [paragraph(words.none.silent)];
  return [
    {
      kind: 'table',
      caption: words.silentTable,
      head: words.silentHeads,
      widths: [22, 36, 20, 22],
      align: ['left', 'left', 'left', 'left'],
      rows: content.silentSources.map((source) => ({
        cells: [
          cell(source.outlet),
          cell({ text: source.url, href: source.url }),
          cell(source.lastNewItemAt === null ? words.never : time(source.lastNewItemAt)),
          cell(source.alarm ?? words.silentOnly),
        ],
      })),
    },
  ];
}

function linkTo(page: string | null): { href?: string } {
  return page === null ? {} : { href: page };
}

function time(instant: string): string {
  return formatTime(new Date(instant), 'vi');
}
