// Seconds and peak memory of each format: `node packages/briefing/test/bench.ts [items] [rows of the workbook]`.
// Each format runs in a process of its own, so that one does not count the memory of another.
import { spawnSync } from 'node:child_process';
import { Writable } from 'node:stream';
import { type CellValue, RENDERED_FORMATS, renderBriefing, writeWorkbook } from '../src/index.ts';
import { sampleBriefing, sampleContent, TITLES } from './sample.ts';

const [items = '500', rows = '100000', only] = process.argv.slice(2);

/** Processor seconds, which other work on the machine does not lengthen. */
const usage = process.resourceUsage();
const cpuBefore = usage.userCPUTime + usage.systemCPUTime;

function report(name: string, count: number, startedAt: number, bytes: number): void {
  const seconds = (performance.now() - startedAt) / 1000;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpu = Number(((userCPUTime + systemCPUTime - cpuBefore) / 1e6).toFixed(2));
  const line = { name, count, seconds: Number(seconds.toFixed(2)), cpu, peakMB: Math.round(maxRSS / 1024), bytes };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function* rowsOf(count: number): Generator<readonly CellValue[]> {
  const at = new Date('2026-11-17T03:00:00Z');
  for (let index = 0; index < count; index++) {
    const { outlet, title } = TITLES[index % TITLES.length] ?? TITLES[0];
    yield [index + 1, at, outlet, `${title} ${index}`, `https://bao.example/${index}`];
  }
}

async function exportRows(count: number): Promise<void> {
  let bytes = 0;
  const counting = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      done();
    },
  });
  const startedAt = performance.now();
  const columns = (['number', 'time', 'text', 'text', 'text'] as const).map((type, index) => ({
    head: `Cột ${index + 1}`,
    width: 20,
    type,
  }));
  await writeWorkbook(counting, [{ name: 'Tin, bài', columns, rows: rowsOf(count) }]);
  report('xlsx-rows', count, startedAt, bytes);
}

if (only === undefined) {
  for (const format of [...RENDERED_FORMATS, 'rows']) {
    const child = spawnSync(process.execPath, [import.meta.filename, items, rows, format], { stdio: 'inherit' });
    if (child.status !== 0) process.exitCode = 1;
  }
} else if (only === 'rows') await exportRows(Number(rows));
else {
  const format = RENDERED_FORMATS.find((known) => known === only);
  if (format === undefined) throw new Error(`không có dạng tệp "${only}"`);
  const briefing = sampleBriefing(sampleContent(Number(items)));
  const startedAt = performance.now();
  const bytes = await renderBriefing(briefing, format);
  report(format, Number(items), startedAt, bytes.length);
}
