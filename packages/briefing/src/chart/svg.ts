import type { ChartLayout } from './layout.ts';

/** The chart as SVG in the document's font. */
export function chartSvg({ width, height, bars, labels }: ChartLayout): string {
  const shapes = bars.map(
    (bar) =>
      `<rect x="${round(bar.x)}" y="${round(bar.y)}" width="${round(bar.width)}" height="${round(bar.height)}" fill="${bar.colour}"/>`,
  );
  const texts = labels.map(
    (label) =>
      `<text x="${round(label.x)}" y="${round(label.y)}" text-anchor="${label.anchor}" font-size="${label.size}">${escapeXml(label.text)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Times New Roman','Liberation Serif',serif" fill="#000000"><rect width="${width}" height="${height}" fill="#ffffff"/>${shapes.join('')}${texts.join('')}</svg>`;
}

function round(length: number): string {
  return String(Math.round(length * 100) / 100);
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
