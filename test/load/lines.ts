import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Bench, Figure } from './figure.ts';

const LINES = 1_000_000;
/** The process has read its tables, compiled its code and filled its caches by then. */
const WARM = 100_000;
/** More than the garbage that a collector leaves lying between two looks. */
const MOST_GROWTH_MIB = 96;
const ROOT = join(import.meta.dirname, '../..');

/** A million lines through the command line as users start it: what its process holds in memory at the start and at the end. */
export const lines: Bench = {
  name: 'lines',
  run: async () => [
    ...(await pass('language', ['language'], (serial) => ({ id: serial, text: sentence(serial) }))),
    ...(await pass('extract', ['extract', '--ndjson'], page)),
    ...(await feed()),
  ],
};

const sentence = (serial: number) =>
  `Ủy ban nhân dân tỉnh công bố kế hoạch số ${serial} về phát triển tuyến đường ven biển và ${serial % 977} hộ dân.`;

function page(serial: number) {
  const paragraphs = [1, 2, 3].map((part) => `<p>${sentence(serial * part)} ${sentence(serial + part)}</p>`).join('');
  return {
    id: serial,
    url: `https://bao.example/tin-${serial}.html`,
    html: `<html lang="vi"><head><title>Tin số ${serial}</title></head><body><h1>Tin số ${serial} của tỉnh</h1><article>${paragraphs}</article></body></html>`,
  };
}

interface Held {
  readonly warm: number;
  readonly end: number;
}

async function pass(name: string, args: readonly string[], line: (serial: number) => unknown): Promise<Figure[]> {
  const child = spawn(process.execPath, [join(ROOT, 'services/cli/src/main.ts'), ...args], { cwd: ROOT });
  child.stderr.pipe(process.stderr);
  const started = performance.now();
  const writing = writeLines(child, line);
  const held = await readAnswers(child, name);
  await writing;
  const seconds = (performance.now() - started) / 1000;
  return figures(
    name,
    `${LINES} lines through \`lamro ${args.join(' ')}\`, resident`,
    held,
    LINES / seconds,
    'lines/s',
  );
}

async function writeLines(child: ChildProcessWithoutNullStreams, line: (serial: number) => unknown): Promise<void> {
  const chunk = 200;
  for (let serial = 0; serial < LINES; serial += chunk) {
    const rows = Array.from({ length: chunk }, (_, index) => `${JSON.stringify(line(serial + index))}\n`);
    if (!child.stdin.write(rows.join(''))) await once(child.stdin, 'drain');
  }
  child.stdin.end();
}

async function readAnswers(child: ChildProcessWithoutNullStreams, name: string): Promise<Held> {
  let answers = 0;
  let warm = 0;
  let end = 0;
  for await (const answer of createInterface({ input: child.stdout })) {
    answers++;
    if (answer.includes('"error"')) throw new Error(`${name}: ${answer}`);
    if (answers === WARM) warm = residentMib(child.pid);
    // The last look is taken while the process still waits for us.
    if (answers === LINES - 1000) end = residentMib(child.pid);
  }
  if (answers !== LINES) throw new Error(`${name}: ${answers} answers to ${LINES} lines`);
  return { warm, end };
}

/** One feed with a million items is refused by its size; what may not grow is a process that reads many. */
async function feed(): Promise<Figure[]> {
  const program = join(import.meta.dirname, 'many-feeds.ts');
  const child = spawn(process.execPath, ['--expose-gc', program], { cwd: ROOT });
  child.stderr.pipe(process.stderr);
  const used: number[] = [];
  let read = 0;
  const started = performance.now();
  for await (const line of createInterface({ input: child.stdout })) {
    const [items, mib] = line.split(' ').map(Number);
    read = items ?? 0;
    used.push(mib ?? Number.NaN);
  }
  const [warm, end] = [used[0], used.at(-1)];
  if (warm === undefined || end === undefined || read !== LINES) throw new Error('feed: not all items were read');
  const rate = (LINES * 1000) / (performance.now() - started);
  return figures('feed', `${LINES} items in feeds of 40, in use after a collection`, { warm, end }, rate, 'items/s');
}

function figures(name: string, what: string, { warm, end }: Held, rate: number, unit: string): Figure[] {
  if (end - warm > MOST_GROWTH_MIB) throw new Error(`${name}: memory grew from ${warm} to ${end} MiB over ${what}`);
  return [
    { name: `lines.${name}`, value: rate, unit, note: what },
    { name: `lines.${name}-memory-first`, value: warm, unit: 'MiB', note: `after the first ${WARM}` },
    { name: `lines.${name}-memory-last`, value: end, unit: 'MiB', note: `at the end, ${what}` },
  ];
}

function residentMib(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024);
}
