import type { Pool } from '@lamro/database';
import type { BlobStore, Clock, Fetcher } from '@lamro/domain';
import { type Queues, workCrawler } from '@lamro/queue';
import { type Logger, type Metrics, note, type Shutdown } from '@lamro/runtime';
import { createHostLoad, type HostLoad } from './host-load.ts';
import { notedFetcher } from './noted-fetcher.ts';
import { fetchArticle } from './page/fetch-article.ts';
import { recheckArticle } from './page/recheck-article.ts';
import { checkSource } from './source/check-source.ts';

export interface CrawlerParts {
  readonly pool: Pool;
  readonly queues: Queues;
  readonly fetcher: Fetcher;
  readonly blobs: BlobStore;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  /** Jobs under way at once; most of them wait for a host's turn. */
  readonly concurrency: number;
  readonly rhythm: Rhythm;
}

/** Bounds of a source's own rhythm, in seconds. */
export interface Rhythm {
  readonly shortestSeconds: number;
  readonly longestSeconds: number;
}

export const LIVE_RHYTHM: Rhythm = { shortestSeconds: 300, longestSeconds: 6 * 3600 };

/** What the stages need of the parts, with the counters that tell each item's fate once. */
export interface CrawlContext extends Omit<CrawlerParts, 'queues' | 'metrics' | 'concurrency'> {
  /** Aborted when the process ends: a page that still waits for its host's turn is left for the next start. */
  readonly signal: AbortSignal;
  readonly hosts: HostLoad;
  count(what: 'source' | 'article' | 'recheck', fate: string): void;
}

/** Starts taking crawl jobs. They end with the shutdown phase `work`. */
export function startCrawler(parts: CrawlerParts, shutdown: Shutdown): void {
  const fates = parts.metrics.counter('crawl_total', 'Items that the crawler finished, by kind and fate', [
    'what',
    'fate',
  ]);
  const ending = new AbortController();
  shutdown.on('intake', 'crawler', () => ending.abort());
  const context: CrawlContext = {
    ...parts,
    fetcher: notedFetcher(parts.fetcher),
    signal: ending.signal,
    hosts: createHostLoad(),
    count: (what, fate) => {
      fates.inc({ what, fate });
      note({ fate });
    },
  };
  workCrawler(
    parts.queues,
    {
      checkSource: ({ sourceId }) => checkSource(context, sourceId),
      fetchArticle: ({ articleId }) => fetchArticle(context, articleId),
      recheckArticle: ({ checkId }) => recheckArticle(context, checkId),
    },
    parts.concurrency,
  );
  shutdown.on('work', 'crawler', () => parts.queues.stopWorkers());
}
