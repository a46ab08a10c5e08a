import { layoutChart } from '../chart/layout.ts';
import type { Chart } from '../document/document.ts';
import { fontFor } from './fonts.ts';
import { LEFT, type Sheet, type Structure, WIDTH } from './sheet.ts';

/** Draws a chart as one figure with its words as alternative text. */
export function writeChart(sheet: Sheet, chart: Chart, into: Structure): void {
  const layout = layoutChart(chart);
  sheet.need(layout.height);
  const left = LEFT + (WIDTH - layout.width) / 2;
  const top = sheet.y;
  const bbox: [number, number, number, number] = [left, top, left + layout.width, top + layout.height];
  const figure = sheet.pdf.struct('Figure', { alt: chart.alt, bbox, placement: 'Block' });
  into.add(figure);
  figure.add(() => {
    for (const bar of layout.bars) sheet.pdf.rect(left + bar.x, top + bar.y, bar.width, bar.height).fill(bar.colour);
    sheet.pdf.fillColor('#000000');
    for (const label of layout.labels) {
      const font = fontFor('latin', label.text, false, false);
      const shift = label.anchor === 'end' ? sheet.width(label.text, font, label.size) : 0;
      sheet.font(font, label.size);
      sheet.pdf.text(label.text, left + label.x - shift, top + label.y, { lineBreak: false, baseline: 'alphabetic' });
    }
  });
  figure.end();
  sheet.y += layout.height + 6;
}
