import { formatNumber } from '@lamro/wording';
import { html } from 'hono/html';
import type { View } from '../desk/view.ts';
import type { Html } from '../page/parts.ts';
import type { Figures } from './series.ts';

const ROW = 22;
const LABEL = 200;
const BAR = 380;
const VALUE = 60;
const HEAD_LINE = 20;
const WIDTH = LABEL + BAR + VALUE;
/** Widest that a letter of the names is drawn on average; better too much room than two names upon each other. */
const LETTER = 7;
/** Drawn colours for the picture that is saved; on the page the style sheet's take their place. */
const COLOURS = ['#12396b', '#7a4300', '#16603a', '#9c1c1c', '#75839a'];

/**
 * Stacked bars, one line per label, from left to right. What is drawn stands in the table below it as well, so the
 * picture itself is only named to those who cannot see it.
 */
export function barChart(view: View, figures: Figures): Html {
  const most = Math.max(1, ...figures.rows.map(({ values }) => sum(values)));
  const head = 6 + HEAD_LINE * (1 + (legendPlaces(figures.series).at(-1)?.line ?? 0));
  const height = head + figures.rows.length * ROW + 4;
  return html`<figure class="chart"><svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${figures.title}" font-family="sans-serif" font-size="12" data-chart="${figures.id}">
    ${legend(figures.series)}
    ${figures.rows.map((row, index) => bar(view, row, head + index * ROW, BAR / most))}
    <line class="axis" x1="${LABEL}" x2="${LABEL}" y1="${head}" y2="${height}" stroke="#75839a"/>
  </svg></figure>`;
}

/** Where the name of each series stands: one after the other, on a further line where the picture is too narrow. */
export function legendPlaces(series: readonly string[]): readonly { readonly x: number; readonly line: number }[] {
  const places: { x: number; line: number }[] = [];
  let [x, line] = [0, 0];
  for (const name of series) {
    const width = 34 + name.length * LETTER;
    if (x > 0 && x + width > WIDTH) [x, line] = [0, line + 1];
    places.push({ x, line });
    x += width;
  }
  return places;
}

function legend(series: readonly string[]): readonly Html[] {
  const places = legendPlaces(series);
  return series.map((name, index) => {
    const { x = 0, line = 0 } = places[index] ?? {};
    const y = 4 + line * HEAD_LINE;
    return html`<rect class="series-${index}" fill="${COLOURS[index] ?? '#75839a'}" x="${x}" y="${y}" width="12" height="12"/><text x="${x + 18}" y="${y + 10}">${name}</text>`;
  });
}

function bar(view: View, row: Figures['rows'][number], y: number, scale: number): Html {
  const starts = row.values.map((_, index) => LABEL + sum(row.values.slice(0, index)) * scale);
  const end = LABEL + sum(row.values) * scale;
  return html`<text x="${LABEL - 8}" y="${y + 15}" text-anchor="end">${shorten(row.label)}</text>
    ${row.values.map((value, index) => html`<rect class="series-${index}" fill="${COLOURS[index] ?? '#75839a'}" x="${starts[index] ?? LABEL}" y="${y + 3}" width="${value * scale}" height="${ROW - 6}"><title>${row.label}: ${formatNumber(value, view.locale)}</title></rect>`)}
    <text x="${end + 6}" y="${y + 15}">${formatNumber(sum(row.values), view.locale)}</text>`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function shorten(label: string): string {
  return label.length > 30 ? `${label.slice(0, 29)}…` : label;
}
