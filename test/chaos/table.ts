import type { Round } from './run.ts';

/** What is told of every round; the rest stands in its own line. */
const COLUMNS = [
  'fault s',
  'published',
  'lost',
  'doubled',
  'not of the press',
  'cases',
  'cases finished',
  'events',
  'commands lost',
  'commands twice',
  'chains broken',
  'letters',
  'letters twice',
  'uncertain',
  'notices given up',
  'calls taken',
  'calls repeated',
  'deadlines reminded of',
  'latest deadline s',
  'in order after s',
];

/** One line a round, one column a count, and below it what only some rounds count. */
export function tableOf(rounds: readonly Round[]): string {
  const lines = rounds.map((round) => [
    round.backend,
    round.fault,
    ...COLUMNS.map((name) => `${round.counts[name] ?? ''}`),
    `${round.violations.length}`,
  ]);
  const head = ['backend', 'fault', ...COLUMNS, 'violations'];
  const rule = head.map((_, at) => (at < 2 ? '---' : '---:'));
  const table = [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `${table}\n\n${rounds.map(restOf).join('\n')}`;
}

function restOf({ backend, fault, counts, violations }: Round): string {
  const rest = Object.entries(counts).filter(([name]) => !COLUMNS.includes(name));
  const told = rest.map(([name, count]) => `${name} ${count}`).join(', ');
  return [`- ${backend}, ${fault}: ${told}`, ...violations.map((violation) => `  - ${violation}`)].join('\n');
}
