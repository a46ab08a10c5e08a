import { csvText } from '@lamro/wording';

/** One table of figures that can be drawn, read and exported: a row per label, a column per series. */
export interface Figures {
  readonly id: string;
  readonly title: string;
  /** What the labels are (day, outlet, …). */
  readonly axis: string;
  readonly series: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/** The figures as CSV in UTF-8 with a byte order mark, as spreadsheets want it; a text never starts a formula. */
export function csvOf(figures: Figures): string {
  const lines = [
    [figures.axis, ...figures.series].map(csvText),
    ...figures.rows.map(({ label, values }) => [csvText(label), ...values.map(String)]),
  ];
  return `\ufeff${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}
