/**
 * Measures article extraction on a folder of labelled pages and, in the same run, `@mozilla/readability` on the same pages.
 *
 *   node test/eval/extraction.ts [FOLDER] [--misses]
 *
 * FOLDER holds `ground-truth.json` ({id: {url, title, date, articleBody}}) and `html/ID.html` or `html/ID.html.gz`. Without FOLDER the public
 * set beside the project is used where it is present, else the project's own set. Prints one JSON line.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extractArticle } from '@lamro/press';
import { Readability } from '@mozilla/readability';
import { load } from 'cheerio/slim';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { averageF1, compareTexts, median, type Overlap } from './extraction-measure.ts';

const truthSchema = z.record(
  z.string(),
  z.object({ url: z.string(), title: z.string(), date: z.string().nullish(), articleBody: z.string() }),
);
type Truth = z.infer<typeof truthSchema>[string];

interface PageResult {
  readonly id: string;
  readonly url: string;
  readonly ours: Overlap;
  readonly readability: Overlap;
  readonly titleRight: boolean;
  /** Null where the page's text holds the true day in no form that is looked for. */
  readonly dateRight: boolean | null;
  readonly got: { readonly title: string; readonly publishedAt: string | null };
  readonly truth: Truth;
  /** Time of extraction over time of `cheerio.load` on htmlparser2, the least of three runs each. */
  readonly loadRatio: number;
}

const own = path.join(import.meta.dirname, 'extraction-set');
const beside = path.join(import.meta.dirname, '../../../shared/eval/extraction');

function main(): void {
  const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))[0];
  const folder = given ?? (existsSync(beside) ? beside : own);
  const { results, setHash } = measureFolder(folder);
  const stated = results.filter((result) => result.dateRight !== null);
  const ours = averageF1(results.map((result) => result.ours));
  const readability = averageF1(results.map((result) => result.readability));
  const report = {
    set: path.basename(folder),
    setHash,
    pages: results.length,
    f1: round(ours.f1),
    precision: round(ours.precision),
    recall: round(ours.recall),
    readabilityF1: round(readability.f1),
    lead: round(ours.f1 - readability.f1),
    titles: round(results.filter((result) => result.titleRight).length / results.length),
    datesWhereStated: round(stated.filter((result) => result.dateRight).length / stated.length),
    pagesWithStatedDate: stated.length,
    timeOverCheerioLoad: round(median(results.map((result) => result.loadRatio))),
  };
  console.log(JSON.stringify(report));
  if (process.argv.includes('--misses')) printMisses(results);
}

/** Measures every page of a folder; `setHash` names exactly which pages and labels were used. */
export function measureFolder(folder: string): { results: PageResult[]; setHash: string } {
  const labels = readFileSync(path.join(folder, 'ground-truth.json'));
  const truth = truthSchema.parse(JSON.parse(labels.toString('utf8')));
  const hash = createHash('sha256').update(labels);
  const results = Object.entries(truth).map(([id, label]) => {
    const { html, bytes } = readHtml(folder, id);
    hash.update(bytes);
    return measurePage(id, html, label);
  });
  return { results, setHash: hash.digest('hex').slice(0, 16) };
}

function readHtml(folder: string, id: string): { html: string; bytes: Buffer } {
  const plain = path.join(folder, 'html', `${id}.html`);
  const bytes = readFileSync(existsSync(plain) ? plain : `${plain}.gz`);
  return { html: (existsSync(plain) ? bytes : gunzipSync(bytes)).toString('utf8'), bytes };
}

function measurePage(id: string, html: string, truth: Truth): PageResult {
  const article = extractArticle(html, { url: truth.url });
  const loading = leastTime(() => load(html));
  const extracting = leastTime(() => extractArticle(html, { url: truth.url }));
  const day = /^\d{4}-\d{2}-\d{2}/.exec(truth.date ?? '')?.[0];
  return {
    id,
    url: truth.url,
    ours: compareTexts(article.text, truth.articleBody),
    readability: compareTexts(readabilityText(html), truth.articleBody),
    titleRight: key(article.title) === key(truth.title),
    dateRight: day === undefined || !statesDay(html, day) ? null : article.publishedAt?.slice(0, 10) === day,
    got: { title: article.title, publishedAt: article.publishedAt },
    truth,
    loadRatio: extracting / loading,
  };
}

/** Least time of three runs, in nanoseconds: what others do on the machine counts as little as can be. */
function leastTime(run: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3; turn++) {
    const before = process.hrtime.bigint();
    run();
    least = Math.min(least, Number(process.hrtime.bigint() - before));
  }
  return least;
}

function readabilityText(html: string): string {
  const { document } = parseHTML(html);
  return new Readability(document, { charThreshold: 500 }).parse()?.textContent ?? '';
}

/** Whether the page holds this day in one of the forms that pages write it in. */
function statesDay(html: string, day: string): boolean {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = new Date(`${day}T00:00:00Z`).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  const plain = String(Number(date));
  const short = name.slice(0, 3);
  const forms = [
    day,
    `${name} ${plain}, ${year}`,
    `${short} ${plain}, ${year}`,
    `${short}. ${plain}, ${year}`,
    `${plain} ${name} ${year}`,
    `${plain} ${short} ${year}`,
    `${year}/${month}/${date}`,
    `${month}/${date}/${year}`,
  ];
  return forms.some((form) => html.includes(form));
}

function printMisses(results: readonly PageResult[]): void {
  for (const result of results) {
    const lost = score(result.readability) - score(result.ours);
    if (lost > 0.03)
      console.log(
        JSON.stringify({ id: result.id, url: result.url, ours: result.ours, readability: result.readability }),
      );
    if (!result.titleRight)
      console.log(JSON.stringify({ id: result.id, title: result.got.title, truth: result.truth.title }));
    if (result.dateRight === false)
      console.log(JSON.stringify({ id: result.id, publishedAt: result.got.publishedAt, truth: result.truth.date }));
  }
}

function score({ precision, recall }: Overlap): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) main();
