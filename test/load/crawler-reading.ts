import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startNewsroom } from '@lamro/newsroom';
import { detectLanguage, extractArticle, parseFeed } from '@lamro/press';
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
// The yardstick for feeds is what the reader stands on; it is installed with the press package only.
import RssParser from '../../packages/press/node_modules/rss-parser/index.js';
import type { Bench, Figure } from './figure.ts';

const EVAL = join(import.meta.dirname, '../eval');
const ROUNDS = 5;
const lineSchema = z.object({ text: z.string() });

/** What reading costs on one core: feeds, articles, language, each beside the library that people would take instead. */
export const reading: Bench = {
  name: 'reading',
  run: async () => [...(await measureFeeds()), ...measureExtraction(), measureLanguage()],
};

async function measureFeeds(): Promise<Figure[]> {
  const feeds = await sampleFeeds();
  const own = await perSecond(feeds, (xml) => parseFeed(xml));
  const parser = new RssParser();
  const plain = await perSecond(feeds, (xml) => parser.parseString(xml));
  const note = `${feeds.length} RSS and Atom feeds of the sample press, one core, best of ${ROUNDS} rounds`;
  return [
    { name: 'reading.feeds', value: own, unit: 'feeds/s', note },
    { name: 'reading.feeds-rss-parser', value: plain, unit: 'feeds/s', note: `rss-parser alone, same feeds` },
  ];
}

async function sampleFeeds(): Promise<string[]> {
  const newsroom = await startNewsroom({ now: new Date() });
  try {
    const bodies = await Promise.all(
      newsroom.outlets
        .filter((outlet) => /^(?:rss|atom|feed|portal)$/.test(outlet.kind))
        .map(async (outlet) => Buffer.from(await (await fetch(outlet.sourceUrl)).arrayBuffer())),
    );
    // Those in other charsets are decoded by neither library here.
    return bodies.map((body) => body.toString('utf8')).filter((text) => !text.includes('\ufffd'));
  } finally {
    await newsroom.close();
  }
}

/** Most feeds a second over some rounds: other processes only ever slow one down. */
async function perSecond(feeds: readonly string[], read: (xml: string) => Promise<unknown>): Promise<number> {
  let best = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    for (let again = 0; again < 20; again++) for (const feed of feeds) await read(feed);
    best = Math.max(best, (20 * feeds.length * 1_000) / (performance.now() - started));
  }
  return best;
}

function measureExtraction(): Figure[] {
  const folder = join(EVAL, 'extraction-set/html');
  const pages = readdirSync(folder).map((name) => {
    const bytes = readFileSync(join(folder, name));
    return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  });
  const url = 'https://bao.example.vn/tin.html';
  const note = `median of ${pages.length} pages, least of three runs each, one core`;
  return [
    figure('extraction', pages, note, (html) => extractArticle(html, { url })),
    figure('extraction-readability-linkedom', pages, 'readability on linkedom, same pages', (html) =>
      new Readability(parseHTML(html).document).parse(),
    ),
    figure('extraction-readability-jsdom', pages, 'readability on jsdom, same pages', (html) =>
      new Readability(new JSDOM(html, { url }).window.document).parse(),
    ),
  ];
}

function figure(name: string, pages: readonly string[], note: string, read: (html: string) => unknown): Figure {
  const times = pages.map((html) => Math.min(...[1, 2, 3].map(() => millisecondsOf(() => read(html)))));
  return { name: `reading.${name}`, value: medianOf(times), unit: 'ms/page', note };
}

function measureLanguage(): Figure {
  const folder = join(EVAL, 'language-set');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => lineSchema.parse(JSON.parse(line)).text);
  const least = Math.min(
    ...Array.from({ length: ROUNDS }, () => millisecondsOf(() => texts.forEach((text) => void detectLanguage(text)))),
  );
  const note = `${texts.length} sentences in twelve languages, one core, best of ${ROUNDS} rounds`;
  return { name: 'reading.language', value: (texts.length * 1_000) / least, unit: 'lines/s', note };
}

function millisecondsOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
