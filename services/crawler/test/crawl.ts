import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderBlobStore } from '@lamro/archive';
import { type SourceInput, saveOutlet, saveSource } from '@lamro/database';
import { type BlobStore, type Clock, type Fetcher, systemClock } from '@lamro/domain';
import { createLogger } from '@lamro/runtime';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import type { CrawlContext } from '../src/crawler.ts';
import { createHostLoad } from '../src/host-load.ts';
import { fetchArticle } from '../src/page/fetch-article.ts';
import { checkSource } from '../src/source/check-source.ts';

export const PROFILE = 'thai-binh';

export interface Crawl {
  readonly database: TestDatabase;
  readonly context: CrawlContext;
  readonly blobs: BlobStore;
  /** Fates that the stages counted, as "what: fate". */
  readonly fates: string[];
  /** Registers a source of an outlet of its own. @returns its id */
  addSource(source: Partial<SourceInput> & { url: string }, official?: boolean): Promise<string>;
  /** Makes a source due and checks it. @returns the ids of the articles that are new */
  check(sourceId: string): Promise<string[]>;
  /** Makes a discovered article due and fetches it. @returns the id of its new version, or null */
  fetch(articleId: string): Promise<string | null>;
  rows<Row>(statement: string, ...values: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** The crawler's stages on a real database and archive. @param options what stands in for the network's other side */
export async function openCrawl(options: { fetcher: Fetcher; clock?: Clock }): Promise<Crawl> {
  const database = await openTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'lamro-crawl-'));
  const blobs = folderBlobStore(folder);
  const fates: string[] = [];
  await database.pool.query("insert into profiles (id, name, content, content_hash) values ($1, $1, '{}', '')", [
    PROFILE,
  ]);
  const context: CrawlContext = {
    pool: database.pool,
    fetcher: options.fetcher,
    blobs,
    logger: createLogger('test', 'silent'),
    clock: options.clock ?? systemClock,
    rhythm: { shortestSeconds: 300, longestSeconds: 21_600 },
    signal: new AbortController().signal,
    hosts: createHostLoad(),
    count: (what, fate) => void fates.push(`${what}: ${fate}`),
  };
  return {
    database,
    context,
    blobs,
    fates,
    addSource: async (source, official = false) => {
      const outletId = await saveOutlet(database.pool, {
        profile: PROFILE,
        name: `Báo ${source.url}`,
        country: source.country ?? 'VN',
        language: 'vi',
        homeUrl: new URL('/', source.url).href,
        official,
      });
      return saveSource(database.pool, {
        profile: PROFILE,
        outletId,
        kind: 'feed',
        language: 'vi',
        country: 'VN',
        ...source,
      });
    },
    check: async (sourceId) => {
      await database.pool.query('update sources set next_check_at = now() where id = $1', [sourceId]);
      const result = await checkSource(context, sourceId);
      return 'laterMs' in result ? [] : result.map((job) => job.articleId);
    },
    fetch: async (articleId) => {
      await database.pool.query('update articles set next_attempt_at = now() where id = $1', [articleId]);
      const result = await fetchArticle(context, articleId);
      return 'laterMs' in result ? null : (result[0]?.versionId ?? null);
    },
    rows: async (statement, ...values) => (await database.pool.query(statement, values)).rows,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
