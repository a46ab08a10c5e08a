import { insertFetch } from '@lamro/database';
import type { ExtractedArticle, FetchFailure } from '@lamro/domain';
import { joinPages } from '@lamro/press';
import type { CrawlContext } from '../crawler.ts';
import { describeAttempt } from './attempt.ts';
import { type PageContext, type ReadPage, readPage } from './read-page.ts';

/** Longer articles exist; endless ones are made. */
const MOST_PAGES = 12;

export interface JoinedArticle {
  readonly article: ExtractedArticle;
  /** Why a further page could not be had, or null when the article is whole. */
  readonly missing: FetchFailure | null;
}

/** Follows an article over its further pages and joins them. Each page is kept and has its row like the first. */
export async function followPages(
  context: CrawlContext,
  row: { id: string; profile: string; source_id: string | null },
  first: ReadPage,
  how: PageContext & { readonly purpose: 'article' | 'recheck' },
): Promise<JoinedArticle> {
  const pages: [ExtractedArticle, ...ExtractedArticle[]] = [first.article];
  const seen = new Set([how.requestedUrl]);
  let next = first.nextUrl;
  while (next !== null && !seen.has(next) && pages.length < MOST_PAGES) {
    seen.add(next);
    const url = next;
    next = null;
    const started = performance.now();
    const outcome = await context.fetcher.fetch({ url }, context.signal);
    const durationMs = performance.now() - started;
    if (!outcome.ok && outcome.kind === 'aborted') return { article: joinPages(pages), missing: outcome };
    const read = outcome.ok ? readPage(outcome, { ...how, requestedUrl: url }) : null;
    await insertFetch(context.pool, {
      ...describeAttempt(outcome, durationMs, read?.ok === false ? read.refusal : null),
      snapshotSha256: outcome.ok ? await context.blobs.put(outcome.body) : null,
      profile: row.profile,
      sourceId: row.source_id,
      articleId: row.id,
      purpose: how.purpose,
    });
    if (!outcome.ok) return { article: joinPages(pages), missing: outcome };
    if (read?.ok) {
      pages.push(read.article);
      next = read.nextUrl;
    }
  }
  return { article: joinPages(pages), missing: null };
}
