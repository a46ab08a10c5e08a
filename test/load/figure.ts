/** One measured figure. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What was measured, over how many, against what. */
  readonly note: string;
}

export interface BenchOptions {
  /** How many articles a full ledger holds. */
  readonly articles: number;
  /** Folder in which a full ledger is kept for the next run; null throws it away. */
  readonly data: string | null;
}

export interface Bench {
  readonly name: string;
  run(options: BenchOptions): Promise<readonly Figure[]>;
}

/** The figures as a Markdown table. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => `| ${figure.name} | ${round(figure.value)} | ${figure.unit} | ${figure.note} |`);
  return ['| figure | value | unit | what |', '|---|---:|---|---|', ...rows].join('\n');
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
