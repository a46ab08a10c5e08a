import type { Round } from './run.ts';

/** One column a round, one line a count. */
export function tableOf(rounds: readonly Round[]): string {
  const heads = rounds.map((round) => `${round.fault} (${round.backend})`);
  const names = [...new Set(rounds.flatMap((round) => Object.keys(round.counts)))];
  const lines = names.map((name) => [name, ...rounds.map((round) => `${round.counts[name] ?? ''}`)]);
  const verdicts = ['violations', ...rounds.map((round) => `${round.violations.length}`)];
  const table = [['', ...heads], ...lines, verdicts];
  return [table[0], ['---', ...heads.map(() => '---:')], ...table.slice(1)]
    .map((cells) => `| ${(cells ?? []).join(' | ')} |`)
    .join('\n');
}
