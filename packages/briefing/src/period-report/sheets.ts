import type { PeriodReportDocument } from '@lamro/domain';
import { briefingWords, termOf, periodReportWords as words, wordsIn } from '@lamro/wording';
import { judgementOf } from '../compose/annex.ts';
import { ranges } from '../text/number.ts';
import { type CellValue, type SheetContent, workbookBytes } from '../xlsx/workbook.ts';
import { factsOf, planBehind, type ReportFacts, taskName, taskResult } from './blocks.ts';

const { terms } = wordsIn('vi');

/** A period report as a workbook: plan and results, figures, every item and case that they count, and what outlets did. */
export function renderReportXlsx({ content, deskUrl }: PeriodReportDocument): Promise<Uint8Array> {
  const facts = factsOf(content, deskUrl);
  return workbookBytes([planSheet(facts), figureSheet(facts), itemSheet(facts), caseSheet(facts), outcomeSheet(facts)]);
}

const column = (head: string, width: number, type: 'text' | 'number' | 'time' = 'text') => ({ head, width, type });

function planSheet(facts: ReportFacts): SheetContent {
  const { name, heads } = words.sheets.plan;
  return {
    name,
    columns: heads.map((head, index) => column(head, index === 0 ? 50 : 30)),
    rows: facts.content.plan.map((task): CellValue[] => [
      taskName(task),
      task.planned,
      taskResult(task, facts.content),
      planBehind(task, facts),
    ]),
  };
}

function figureSheet({ content, references }: ReportFacts): SheetContent {
  const [name, now, before, , behind] = words.figureHeads;
  return {
    name: words.sheets.figures,
    columns: [column(name, 46), column(now, 12, 'number'), column(before, 12, 'number'), column(behind, 60)],
    rows: content.figures.map(({ id, value, previous, articleIds, caseIds }): CellValue[] => [
      briefingWords.figures[id],
      value,
      previous,
      [
        ranges(articleIds.flatMap((article) => references.annexNumber(article) ?? [])),
        ...caseIds.map((row) => references.caseNumber(row)),
      ]
        .filter((part) => part !== '')
        .join(', '),
    ]),
  };
}

function itemSheet({ content, references }: ReportFacts): SheetContent {
  const [number, time, outlet, title, judgement] = words.annexHeads;
  return {
    name: words.sheets.items,
    columns: [
      column(number, 8, 'number'),
      column(time, 17, 'time'),
      column(outlet, 24),
      column(title, 70),
      column(judgement, 24),
    ],
    rows: content.items.map((row): CellValue[] => [
      references.annexNumber(row.articleId) ?? null,
      row.publishedAt === null ? null : new Date(row.publishedAt),
      row.outlet,
      { text: row.title, href: row.url },
      judgementOf(row),
    ]),
  };
}

function caseSheet({ content, references }: ReportFacts): SheetContent {
  const [number, title, agency, state, kept, missed] = words.caseHeads;
  return {
    name: words.sheets.cases,
    columns: [
      column(number, 16),
      column(title, 60),
      column(agency, 34),
      column(state, 22),
      column(kept, 10, 'number'),
      column(missed, 10, 'number'),
    ],
    rows: content.cases.map((row): CellValue[] => {
      const page = references.casePage(row.caseId);
      const counted = (wanted: boolean) => row.deadlines.filter((deadline) => deadline.kept === wanted).length;
      return [
        page === null ? row.number : { text: row.number, href: page },
        row.title,
        row.leadAgency ?? '',
        termOf(terms.caseStates, row.state),
        counted(true),
        counted(false),
      ];
    }),
  };
}

function outcomeSheet({ content }: ReportFacts): SheetContent {
  const [caseNumber, outlet, title, outcome, time] = briefingWords.outcomeHeads;
  return {
    name: words.sheets.outcomes,
    columns: [
      column(caseNumber, 16),
      column(outlet, 24),
      column(title, 60),
      column(outcome, 24),
      column(time, 17, 'time'),
    ],
    rows: content.outcomes.map((row): CellValue[] => [
      row.caseNumber,
      row.outlet,
      { text: row.title, href: row.url },
      termOf(terms.outcomes, row.outcome),
      new Date(row.confirmedAt),
    ]),
  };
}
