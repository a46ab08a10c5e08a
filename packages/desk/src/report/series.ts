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
    [figures.axis, ...figures.series],
    ...figures.rows.map(({ label, values }) => [label, ...values.map(String)]),
  ];
  return `\ufeff${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
