import type { BriefingContent, BriefingDocument } from '@lamro/domain';
import { countryName, languageName, termOf, briefingWords as words, wordsIn } from '@lamro/wording';
import { judgementOf } from '../compose/annex.ts';
import { type References, referencesOf } from '../compose/references.ts';
import { ranges } from '../text/number.ts';
import { type CellValue, type SheetContent, workbookBytes } from './workbook.ts';

const { terms } = wordsIn('vi');
const sheets = words.sheets;

/** A briefing as a workbook: figures, items, cases, deadlines and what outlets did, each on a sheet that filters. */
export function renderBriefingXlsx({ content, deskUrl }: BriefingDocument): Promise<Uint8Array> {
  const references = referencesOf(content, deskUrl);
  return workbookBytes([
    figureSheet(content, references),
    itemSheet(content),
    caseSheet(content, references),
    deadlineSheet(content),
    outcomeSheet(content),
  ]);
}

function figureSheet(content: BriefingContent, references: References): SheetContent {
  return {
    name: sheets.figures.name,
    columns: [
      { head: sheets.figures.heads[0], width: 46, type: 'text' },
      { head: sheets.figures.heads[1], width: 12, type: 'number' },
      { head: sheets.figures.heads[2], width: 12, type: 'number' },
      { head: sheets.figures.heads[3], width: 12, type: 'number' },
      { head: sheets.figures.heads[4], width: 60, type: 'text' },
    ],
    rows: content.figures.map(({ id, value, previous, articleIds, caseIds }): CellValue[] => [
      words.figures[id],
      value,
      previous,
      value - previous,
      [
        ranges(articleIds.flatMap((article) => references.annexNumber(article) ?? [])),
        ...caseIds.map((row) => references.caseNumber(row)),
      ]
        .filter((part) => part !== '')
        .join(', '),
    ]),
  };
}

function itemSheet(content: BriefingContent): SheetContent {
  const heads = sheets.items.heads;
  return {
    name: sheets.items.name,
    columns: [
      { head: heads[0], width: 6, type: 'number' },
      { head: heads[1], width: 17, type: 'time' },
      { head: heads[2], width: 24, type: 'text' },
      { head: heads[3], width: 70, type: 'text' },
      { head: heads[4], width: 12, type: 'text' },
      { head: heads[5], width: 16, type: 'text' },
      { head: heads[6], width: 16, type: 'text' },
      { head: heads[7], width: 24, type: 'text' },
      { head: heads[8], width: 22, type: 'text' },
      { head: heads[9], width: 50, type: 'text' },
    ],
    rows: content.annex.map((item, index): CellValue[] => [
      index + 1,
      item.publishedAt === null ? null : new Date(item.publishedAt),
      item.outlet,
      { text: item.title, href: item.url },
      termOf(terms.origins, item.origin),
      countryName(item.country, 'vi'),
      languageName(item.language, 'vi'),
      termOf(terms.sectors, item.sectors[0] ?? 'other'),
      judgementOf(item),
      item.url,
    ]),
  };
}

function caseSheet(content: BriefingContent, references: References): SheetContent {
  const heads = sheets.cases.heads;
  return {
    name: sheets.cases.name,
    columns: [
      { head: heads[0], width: 16, type: 'text' },
      { head: heads[1], width: 60, type: 'text' },
      { head: heads[2], width: 20, type: 'text' },
      { head: heads[3], width: 40, type: 'text' },
      { head: heads[4], width: 17, type: 'time' },
      { head: heads[5], width: 17, type: 'time' },
    ],
    rows: content.cases.map((row): CellValue[] => {
      const page = references.casePage(row.caseId);
      const [answer] = row.answers;
      return [
        page === null ? row.number : { text: row.number, href: page },
        row.title,
        termOf(terms.caseStates, row.state),
        row.leadAgency ?? '',
        new Date(row.openedAt),
        answer === undefined ? null : new Date(answer.releasedAt),
      ];
    }),
  };
}

function deadlineSheet(content: BriefingContent): SheetContent {
  const heads = sheets.deadlines.heads;
  const kept = (value: boolean | null) =>
    value === null ? words.deadlineRunning : value ? words.deadlineKept : words.deadlineMissed;
  return {
    name: sheets.deadlines.name,
    columns: [
      { head: heads[0], width: 16, type: 'text' },
      { head: heads[1], width: 50, type: 'text' },
      { head: heads[2], width: 17, type: 'time' },
      { head: heads[3], width: 17, type: 'time' },
      { head: heads[4], width: 16, type: 'text' },
    ],
    rows: content.cases.flatMap((row) =>
      row.deadlines.map((deadline): CellValue[] => [
        row.number,
        deadline.label,
        new Date(deadline.dueAt),
        deadline.metAt === null ? null : new Date(deadline.metAt),
        kept(deadline.kept),
      ]),
    ),
  };
}

function outcomeSheet(content: BriefingContent): SheetContent {
  const heads = words.outcomeHeads;
  return {
    name: sheets.outcomes.name,
    columns: [
      { head: heads[0] ?? '', width: 16, type: 'text' },
      { head: heads[1] ?? '', width: 24, type: 'text' },
      { head: heads[2] ?? '', width: 60, type: 'text' },
      { head: heads[3] ?? '', width: 22, type: 'text' },
      { head: heads[4] ?? '', width: 17, type: 'time' },
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
