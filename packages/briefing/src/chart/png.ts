import { Resvg } from '@resvg/resvg-js';
import { fontPath } from '../pdf/fonts.ts';
import type { ChartLayout } from './layout.ts';
import { chartSvg } from './svg.ts';

/** Dots of a point: sharp on paper. */
const ZOOM = 3;
const FAMILY = 'Tinos';

/** The chart with its labels as PNG, for readers that do not draw SVG (LibreOffice up to 7.4, most mail programs). */
export function chartPng(layout: ChartLayout): Uint8Array {
  const drawing = new Resvg(chartSvg(layout), {
    fitTo: { mode: 'zoom', value: ZOOM },
    // The same on every machine, whatever fonts it has.
    font: {
      loadSystemFonts: false,
      fontFiles: [fontPath('Tinos_400Regular')],
      defaultFontFamily: FAMILY,
      serifFamily: FAMILY,
    },
  });
  return new Uint8Array(drawing.render().asPng());
}
