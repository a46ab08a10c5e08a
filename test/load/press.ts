import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { detectLanguage, extractArticle, parseFeed } from '@lamro/press';
import { Readability } from '@mozilla/readability';
import { load } from 'cheerio/slim';
import { JSDOM } from 'jsdom';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import type { Bench, Figure } from './figure.ts';

const evaluation = path.join(import.meta.dirname, '../eval');
const ITEMS = 40;

/** Reading feeds, pages and languages against the libraries that are usual for it; every pair in the same run, turn by turn. */
export const press: Bench = {
  name: 'press',
  run: async () => [...(await feedFigures()), ...pageFigures(), languageFigure()],
};

/** Feeds per second, ours against plain rss-parser, on one RSS 2.0 feed of forty items. */
export async function feedFigures(): Promise<Figure[]> {
  const xml = sampleFeed();
  const plain = await plainRssParser();
  const [ours = 0, theirs = 0] = await medians(60, [() => parseFeed(xml), () => plain(xml)]);
  const note = `RSS 2.0, ${ITEMS} items, ${Math.round(xml.length / 1024)} KB`;
  return [
    { name: 'feeds per second', value: 1000 / ours, unit: '1/s', note },
    { name: 'feeds per second, plain rss-parser', value: 1000 / theirs, unit: '1/s', note },
  ];
}

/** Milliseconds per page: ours, the bare parse by cheerio on htmlparser2, readability on linkedom and on jsdom. */
export function pageFigures(folder: string = path.join(evaluation, 'extraction-set/html')): Figure[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const pages = names.map((name) => padded(readFileSync(path.join(folder, name), 'utf8')));
  const url = 'https://bao.example/tin-1.html';
  const times = pages.map((html) => [
    median(5, () => extractArticle(html, { url })),
    median(5, () => load(html)),
    median(3, () => new Readability(parseHTML(html).document).parse()),
    median(3, () => new Readability(new JSDOM(html, { url }).window.document).parse()),
  ]);
  const note = `median of ${pages.length} pages of about ${Math.round((pages[0]?.length ?? 0) / 1024)} KB`;
  const figure = (column: number, name: string): Figure => ({
    name,
    value: middle(times.map((row) => row[column] ?? 0)),
    unit: 'ms',
    note,
  });
  return [
    figure(0, 'extraction per page'),
    figure(1, 'cheerio.load on htmlparser2 per page'),
    figure(2, 'readability on linkedom per page'),
    figure(3, 'readability on jsdom per page'),
  ];
}

/** Lines per second of language detection over the labelled sentences, repeated to a few thousand. */
export function languageFigure(): Figure {
  const folder = path.join(evaluation, 'language-set');
  const line = z.object({ text: z.string() });
  const texts = readdirSync(folder)
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trim().split('\n'))
    .map((row) => line.parse(JSON.parse(row)).text);
  const rounds = 20;
  const took = median(3, () => {
    for (let round = 0; round < rounds; round++) for (const text of texts) detectLanguage(`${text} ${round}`);
  });
  return {
    name: 'language lines per second',
    value: (texts.length * rounds * 1000) / took,
    unit: '1/s',
    note: `${texts.length * rounds} lines in 12 languages`,
  };
}

function sampleFeed(): string {
  const item = (index: number) =>
    `<item><title><![CDATA[Tin số ${index}: tỉnh công bố kế hoạch]]></title><link>https://bao.example/tin-${index}.html</link><guid>https://bao.example/tin-${index}.html</guid><pubDate>Sat, 21 Nov 2026 08:${String(index % 60).padStart(2, '0')}:00 +0700</pubDate><description><![CDATA[<a href="https://bao.example/tin-${index}.html"><img src="https://bao.example/${index}.jpg"></a></br>Mô tả ngắn của tin số ${index} với một câu đầy đủ về sự việc.]]></description></item>`;
  const items = Array.from({ length: ITEMS }, (_, index) => item(index)).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Báo Mẫu</title><link>https://bao.example/</link><language>vi</language>${items}</channel></rss>`;
}

/** The set's pages are lean; real ones carry menus, scripts and lists of links around ten times the text. */
function padded(html: string): string {
  const links = Array.from(
    { length: 300 },
    (_, index) =>
      `<li class="item"><a class="link" href="/tin-${index}.html" title="Tin ${index}">Liên kết số ${index} của trang</a></li>`,
  ).join('\n');
  const script = `<script>${'var a = { b: [1, 2, 3], c: "d" };\n'.repeat(800)}</script>`;
  return html.replace('</body>', `<nav class="menu"><ul>${links}</ul></nav>${script}</body>`);
}

/** rss-parser as its users call it; a dependency of the press package only, so it is resolved from there. */
async function plainRssParser(): Promise<(xml: string) => Promise<unknown>> {
  const require = createRequire(new URL('../../packages/press/package.json', import.meta.url));
  const module: { default: new () => { parseString(xml: string): Promise<unknown> } } = await import(
    pathToFileURL(require.resolve('rss-parser')).href
  );
  const parser = new module.default();
  return (xml) => parser.parseString(xml);
}

/** Median milliseconds of each way, run turn by turn so that a busy moment hits all of them. */
async function medians(turns: number, ways: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[][] = ways.map(() => []);
  for (let turn = 0; turn < turns; turn++) {
    for (const [index, way] of ways.entries()) {
      const before = performance.now();
      await way();
      times[index]?.push(performance.now() - before);
    }
  }
  return times.map(middle);
}

function median(turns: number, run: () => unknown): number {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const before = performance.now();
    run();
    times.push(performance.now() - before);
  }
  return middle(times);
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
