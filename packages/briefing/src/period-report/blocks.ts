import type { BriefingFigure, PeriodReportContent, ReportTask } from '@lamro/domain';
import { briefingWords, formatNumber, formatTime, termOf, periodReportWords as words, wordsIn } from '@lamro/wording';
import { judgementOf } from '../compose/annex.ts';
import { outcomeBlocks } from '../compose/cases.ts';
import { difference } from '../compose/overview.ts';
import { type References, referencesOf } from '../compose/references.ts';
import { type Block, type Cell, cell, paragraph, type Span } from '../document/document.ts';
import { ranges } from '../text/number.ts';

const { terms } = wordsIn('vi');
/** Longer lists of numbers are looked up in the workbook. */
const MOST_NUMBERS = 120;

/** What of a report stands in more than one place: its blocks and its workbook go by it. */
export interface ReportFacts {
  readonly content: PeriodReportContent;
  readonly references: References;
}

export function factsOf(content: PeriodReportContent, deskUrl: string | null): ReportFacts {
  return { content, references: referencesOf({ annex: content.items, cases: content.cases }, deskUrl) };
}

/** Words of a person, one paragraph a line; says so where there are none. */
export function wordBlocks(text: string): Block[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length === 0 ? [paragraph(words.none.words)] : lines.map((line) => paragraph(line));
}

export function figureBlocks(facts: ReportFacts): Block[] {
  return [
    {
      kind: 'table',
      caption: words.figureTable,
      head: words.figureHeads,
      widths: [38, 11, 11, 12, 28],
      align: ['left', 'right', 'right', 'right', 'left'],
      rows: facts.content.figures.map((figure) => ({
        cells: [
          cell(briefingWords.figures[figure.id]),
          cell({ text: formatNumber(figure.value, 'vi'), bold: true }),
          cell(formatNumber(figure.previous, 'vi')),
          cell(difference(figure)),
          behind(figure, facts),
        ],
      })),
    },
  ];
}

export function planBlocks(facts: ReportFacts): Block[] {
  return [
    {
      kind: 'table',
      caption: words.planTable,
      head: words.planHeads,
      widths: [8, 34, 18, 18, 22],
      align: ['center', 'left', 'left', 'left', 'left'],
      rows: facts.content.plan.map((task, index) => ({
        cells: [
          cell(String(index + 1)),
          cell(taskName(task)),
          cell(task.planned),
          cell(taskResult(task, facts.content)),
          behindTask(task, facts),
        ],
      })),
    },
  ];
}

/** The task's own name, or that of its figure. */
export function taskName({ task, figure }: ReportTask): string {
  return task === '' && figure !== null ? briefingWords.figures[figure] : task;
}

/** The figure's value where the line has one, and whatever a person added. */
export function taskResult({ result, figure }: ReportTask, { figures }: PeriodReportContent): string {
  if (figure === null) return result;
  const value = formatNumber(figures.find(({ id }) => id === figure)?.value ?? 0, 'vi');
  return result === '' ? value : `${value}; ${result}`;
}

function behindTask({ figure: id }: ReportTask, facts: ReportFacts): Cell {
  const figure = facts.content.figures.find((one) => one.id === id);
  return figure === undefined ? cell('') : behind(figure, facts);
}

/** The items and cases that a figure counts, as numbers of the list and as links to the desk. */
function behind(figure: BriefingFigure, { references }: ReportFacts): Cell {
  const numbers = ranges(figure.articleIds.flatMap((id) => references.annexNumber(id) ?? []));
  const items = numbers.length <= MOST_NUMBERS ? numbers : '';
  const spans: Span[] = [
    ...(items === '' ? [] : [{ text: words.behind(items) }]),
    ...(items === '' && numbers !== ''
      ? [{ text: words.manyBehind(formatNumber(figure.articleIds.length, 'vi')) }]
      : []),
    ...figure.caseIds.flatMap((id, index): Span[] => {
      const page = references.casePage(id);
      const parted = index > 0 || numbers !== '';
      return [
        ...(parted ? [{ text: ', ' }] : []),
        { text: references.caseNumber(id), ...(page === null ? {} : { href: page }) },
      ];
    }),
  ];
  return { spans };
}

/** The numbers and cases behind a line as text, without links. */
export function behindText(cellOf: Cell): string {
  return cellOf.spans.map(({ text }) => text).join('');
}

export function planBehind(task: ReportTask, facts: ReportFacts): string {
  return behindText(behindTask(task, facts));
}

export function caseTableBlocks({ content, references }: ReportFacts): Block[] {
  if (content.cases.length === 0) return [paragraph(words.none.cases)];
  return [
    {
      kind: 'table',
      caption: words.caseTable,
      head: words.caseHeads,
      widths: [16, 32, 20, 16, 8, 8],
      align: ['left', 'left', 'left', 'left', 'right', 'right'],
      rows: content.cases.map((row) => {
        const page = references.casePage(row.caseId);
        const counted = (kept: boolean) => String(row.deadlines.filter((deadline) => deadline.kept === kept).length);
        return {
          cells: [
            cell({ text: row.number, ...(page === null ? {} : { href: page }) }),
            cell(row.title),
            cell(row.leadAgency ?? ''),
            cell(termOf(terms.caseStates, row.state)),
            cell(counted(true)),
            cell(counted(false)),
          ],
        };
      }),
    },
  ];
}

export function outcomeTableBlocks({ content, references }: ReportFacts): Block[] {
  return content.outcomes.length === 0 ? [paragraph(words.none.outcomes)] : outcomeBlocks(content, references);
}

/** Flagged items and accurate criticism under the numbers of the whole list. */
export function itemBlocks({ content, references }: ReportFacts): Block[] {
  const shown = content.items.filter((row) => row.flagState !== null || row.verdict !== null);
  if (shown.length === 0) return [paragraph(words.none.items)];
  return [
    {
      kind: 'table',
      caption: null,
      head: words.annexHeads,
      widths: [8, 18, 20, 36, 18],
      align: ['center', 'left', 'left', 'left', 'left'],
      rows: shown.map((row) => {
        const page = references.articlePage(row.articleId);
        return {
          anchor: references.articleAnchor(row.articleId),
          cells: [
            cell({
              text: String(references.annexNumber(row.articleId) ?? ''),
              ...(page === null ? {} : { href: page }),
            }),
            cell(row.publishedAt === null ? '' : formatTime(new Date(row.publishedAt), 'vi')),
            cell(row.outlet),
            cell({ text: row.title, href: row.url }),
            cell(judgementOf(row)),
          ],
        };
      }),
    },
  ];
}
