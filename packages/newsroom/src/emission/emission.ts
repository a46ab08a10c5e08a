import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inOffset } from '../calendar/calendar.ts';
import { type Article, composeEdition, type OfficialRecord, plannedOrigin } from '../edition/edition.ts';
import { isoLanguage } from '../outlet/outlet.ts';
import { type TrueArticle, truthOf } from '../truth/truth.ts';

/** One article as the command line's `stories` and `judge` read it. */
export interface EmittedArticle {
  id: string;
  url: string;
  title: string;
  text: string;
  language: string;
  publishedAt: string;
  outletCountry: string;
}

export interface Emission {
  /** In order of publication. */
  articles: EmittedArticle[];
  records: readonly OfficialRecord[];
  truth: TrueArticle[];
}

/** Articles, official records and truth of an edition without serving it; addresses are on the planned port 18080. */
export function emit(now: Date, seed?: number): Emission {
  const edition = composeEdition({ now, seed, originOf: plannedOrigin });
  const out = edition.articles.filter((article) => !article.held);
  return { articles: out.map(emitted), records: edition.records, truth: truthOf(edition) };
}

/** The edition with numbers, outlet names and invented names changed by a seed; the truth keeps its shape. */
export function mutateBySeed(seed: number, now: Date = new Date()): Emission {
  return emit(now, seed);
}

/** Writes `articles.ndjson`, `records.ndjson` and `truth.ndjson` into a folder, which is made if need be. */
export async function writeEmission(emission: Emission, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, rows] of Object.entries(emission)) {
    const lines = rows.map((row: unknown) => `${JSON.stringify(row)}\n`).join('');
    await writeFile(join(folder, `${name}.ndjson`), lines);
  }
}

function emitted(article: Article): EmittedArticle {
  return {
    id: article.id,
    url: article.url,
    title: article.title,
    text: article.paragraphs.join('\n\n'),
    language: isoLanguage(article.outlet.tongue),
    publishedAt: inOffset(article.publishedAt, article.outlet.offset),
    outletCountry: article.outlet.country,
  };
}
