// `pnpm bench [NAME …]`: measures and prints NDJSON, then the same as a table.
import { cpus, totalmem } from 'node:os';
import { crawler } from './crawler.ts';
import { reading } from './crawler-reading.ts';
import { type Bench, type Figure, tableOf } from './figure.ts';
import { pipeline } from './pipeline.ts';
import { press } from './press.ts';
import { stories } from './stories.ts';

const BENCHES: readonly Bench[] = [pipeline, crawler, reading, press, stories];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `No bench named ${unknown.join(', ')}; there are: ${BENCHES.map((bench) => bench.name).join(', ')}\n`,
  );
  process.exit(2);
}
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
const figures: Figure[] = [];
for (const bench of BENCHES) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  for (const figure of await bench.run()) {
    figures.push(figure);
    process.stdout.write(`${JSON.stringify({ ...figure, machine })}\n`);
  }
}
process.stdout.write(`\n${machine}\n\n${tableOf(figures)}\n`);
process.exit(0);
