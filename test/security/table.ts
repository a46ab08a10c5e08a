import type { BackendKind } from './extent.ts';

/** What one run of the attacks came to. */
export interface Round {
  readonly backend: BackendKind;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  /** Names of the tests that fell. */
  readonly fell: readonly string[];
  /** `system`: it was tried on a system at work, with its queue. */
  readonly told: readonly { readonly noun: string; readonly tried: number; readonly system: boolean }[];
}

/** Attempts of one kind, by where they were made. */
export interface Row {
  readonly noun: string;
  /** Without any system behind, hence once. */
  readonly alone: number;
  readonly on: Readonly<Partial<Record<BackendKind, number>>>;
}

/** Attempts of all rounds by kind, in the order in which kinds were first told of. */
export function addUp(rounds: readonly Round[]): readonly Row[] {
  const told = rounds.flatMap(({ backend, told: all }) => all.map((one) => ({ ...one, backend })));
  const sum = (list: readonly { tried: number }[]) => list.reduce((total, { tried }) => total + tried, 0);
  return [...Map.groupBy(told, ({ noun }) => noun)].map(([noun, all]) => {
    const onSystems = Map.groupBy(
      all.filter(({ system }) => system),
      ({ backend }) => backend,
    );
    return {
      noun,
      alone: sum(all.filter(({ system }) => !system)),
      on: Object.fromEntries([...onSystems].map(([backend, list]) => [backend, sum(list)])),
    };
  });
}

const TITLES: Readonly<Record<BackendKind, string>> = { postgres: 'PostgreSQL', redis: 'Redis' };

/** A Markdown table with a row a kind and a column a backend, and their sums. */
export function writeTable(rows: readonly Row[], backends: readonly BackendKind[]): string {
  const counts = ({ alone, on }: Omit<Row, 'noun'>) => [alone, ...backends.map((backend) => on[backend] ?? 0)];
  const totals = rows
    .map(counts)
    .reduce((sums, row) => sums.map((sum, index) => sum + (row[index] ?? 0)), counts({ alone: 0, on: {} }));
  const head = [
    'kiểu tấn công',
    'không qua hàng đợi',
    ...backends.map((backend) => `hàng đợi trên ${TITLES[backend]}`),
  ];
  const lines = [
    head,
    head.map((_, index) => (index === 0 ? '---' : '---:')),
    ...rows.map((row) => [row.noun, ...counts(row).map((count) => (count === 0 ? '–' : `${count}`))]),
    ['**Tổng cộng**', ...totals.map((total) => `**${total}**`)],
  ];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
