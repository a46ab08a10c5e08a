import type { Chart } from '../document/document.ts';

/** One rectangle; lengths in points from the picture's upper left corner. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly size: number;
}

export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly Bar[];
  readonly labels: readonly Label[];
}

/** Told apart without colour too: the first is much darker (contrast 4.4 to 1 between the two). */
export const COLOURS = ['#1f4e79', '#f0b35e'] as const;
export const CHART_WIDTH = 440;
const ROW = 18;
const BAR = 12;
const LEFT = 150;
const RIGHT = 60;
const TOP = 26;

/** Lies the bars of a chart down, one under the other, so that labels of any length stay upright. */
export function layoutChart(chart: Chart): ChartLayout {
  const totals = chart.bars.map((bar) => bar.values.reduce((sum, value) => sum + value, 0));
  const scale = (CHART_WIDTH - LEFT - RIGHT) / Math.max(1, ...totals);
  const bars: Bar[] = [];
  const labels: Label[] = [];
  chart.series.forEach((name, index) => {
    const x = LEFT + index * 110;
    bars.push({ x, y: 4, width: 10, height: 10, colour: COLOURS[index % COLOURS.length] ?? COLOURS[0] });
    labels.push({ text: name, x: x + 15, y: 13, anchor: 'start', size: 10 });
  });
  chart.bars.forEach((bar, row) => {
    const y = TOP + row * ROW;
    let x = LEFT;
    bar.values.forEach((value, index) => {
      if (value === 0) return;
      bars.push({ x, y, width: value * scale, height: BAR, colour: COLOURS[index % COLOURS.length] ?? COLOURS[0] });
      x += value * scale;
    });
    labels.push({ text: bar.label, x: LEFT - 6, y: y + 10, anchor: 'end', size: 10 });
    labels.push({ text: bar.values.join(' + '), x: x + 5, y: y + 10, anchor: 'start', size: 10 });
  });
  return { width: CHART_WIDTH, height: TOP + chart.bars.length * ROW + 4, bars, labels };
}
