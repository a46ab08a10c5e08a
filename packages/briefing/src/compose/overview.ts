import type { BriefingChart, BriefingContent, BriefingFigure } from '@lamro/domain';
import { formatDate, formatNumber, termOf, briefingWords as words, wordsIn } from '@lamro/wording';
import { type Block, type Chart, cell, paragraph, type Span, type Table } from '../document/document.ts';
import { ranges } from '../text/number.ts';
import type { References } from './references.ts';

const { terms } = wordsIn('vi');

/** The overview: what the analyst wrote, the figures and the charts. */
export function overviewBlocks(content: BriefingContent, references: References): Block[] {
  const value = (id: BriefingFigure['id']) =>
    formatNumber(content.figures.find((figure) => figure.id === id)?.value ?? 0, 'vi');
  const counted = content.annex.length > 0;
  return [
    ...content.overview
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => paragraph(line)),
    paragraph(
      counted
        ? `${words.lead(value('items'), value('outlets'), value('domestic'), value('foreign'))} ${words.leadFlags(value('flags'), value('distorted'))}`
        : words.leadEmpty,
    ),
    figureTable(content, references),
    ...content.charts.filter((chart) => chart.bars.length > 0).map(chartBlock),
  ];
}

function figureTable(content: BriefingContent, references: References): Table {
  return {
    kind: 'table',
    caption: words.figureTable,
    head: words.figureHeads,
    widths: [38, 11, 11, 12, 28],
    align: ['left', 'right', 'right', 'right', 'left'],
    rows: content.figures.map((figure) => ({
      cells: [
        cell(words.figures[figure.id]),
        cell({ text: formatNumber(figure.value, 'vi'), bold: true }),
        cell(formatNumber(figure.previous, 'vi')),
        cell(difference(figure)),
        { spans: behind(figure, references) },
      ],
    })),
  };
}

/** A change with its sign. */
export function difference({ value, previous }: BriefingFigure): string {
  const change = value - previous;
  return change > 0 ? `+${formatNumber(change, 'vi')}` : formatNumber(change, 'vi');
}

/** The rows that a figure counts, as a way to them. */
function behind(figure: BriefingFigure, references: References): Span[] {
  const numbers = figure.articleIds.flatMap((id) => references.annexNumber(id) ?? []);
  const [first] = figure.articleIds;
  const items: Span[] =
    numbers.length === 0 || first === undefined
      ? []
      : [{ text: words.refers(ranges(numbers)), anchor: references.articleAnchor(first) }];
  const cases = figure.caseIds.flatMap((id, index): Span[] => [
    ...(index > 0 || items.length > 0 ? [{ text: ', ' }] : []),
    caseLink(id, references),
  ]);
  return [...items, ...cases];
}

function caseLink(id: string, references: References): Span {
  const anchor = references.caseAnchor(id);
  return { text: references.caseNumber(id), ...(anchor === null ? {} : { anchor }) };
}

function chartBlock(chart: BriefingChart): Chart {
  const title = words.charts[chart.id];
  const series = chart.series.map((origin) => termOf(terms.origins, origin));
  const bars = chart.bars.map(({ key, values }) => ({
    label: chart.id === 'by-day' ? formatDate(key).slice(0, 5) : termOf(terms.sectors, key),
    values,
  }));
  const told = bars.map(({ label, values }) =>
    words.bar(
      label,
      values.map((value, index) => words.share((series[index] ?? '').toLowerCase(), String(value))).join(', '),
    ),
  );
  return { kind: 'chart', title, alt: words.chartAlt(title, told.join('; ')), series, bars };
}
