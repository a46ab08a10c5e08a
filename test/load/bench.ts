// `pnpm bench [NAME …] [--articles N] [--data FOLDER]`: measures and prints NDJSON, then the same as a table.
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { classifier } from './classifier.ts';
import { crawler } from './crawler.ts';
import { reading } from './crawler-reading.ts';
import { type Bench, type Figure, tableOf } from './figure.ts';
import { lines } from './lines.ts';
import { ledger } from './million/ledger.ts';
import { pipeline } from './pipeline.ts';
import { press } from './press.ts';
import { processes } from './processes.ts';
import { queues } from './queues.ts';
import { records } from './records.ts';
import { stories } from './stories.ts';

const BENCHES: readonly Bench[] = [
  pipeline,
  crawler,
  reading,
  press,
  lines,
  stories,
  queues,
  records,
  processes,
  ledger,
  classifier,
];

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { articles: { type: 'string', default: '1000000' }, data: { type: 'string' } },
});
const articles = Number(values.articles);
const unknown = wanted.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0 || !Number.isInteger(articles) || articles < 1_000) {
  process.stderr.write(
    `pnpm bench [${BENCHES.map((bench) => bench.name).join(' | ')} …] [--articles N, 1000 or more] [--data FOLDER]\n`,
  );
  process.exit(2);
}
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
const figures: Figure[] = [];
for (const bench of BENCHES) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  for (const figure of await bench.run({ articles, data: values.data ?? null })) {
    figures.push(figure);
    process.stdout.write(`${JSON.stringify({ ...figure, machine })}\n`);
  }
}
process.stdout.write(`\n${machine}\n\n${tableOf(figures)}\n`);
process.exit(0);
