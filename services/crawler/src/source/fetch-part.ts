import { insertFetch, type SourceRow } from '@lamro/database';
import type { FetchOutcome } from '@lamro/domain';
import type { CrawlContext } from '../crawler.ts';
import { describeAttempt } from '../page/attempt.ts';

/** Fetches something that a source names beside its own address, and writes the attempt down as one of the source. */
export async function fetchPart(context: CrawlContext, source: SourceRow, url: string): Promise<FetchOutcome> {
  const started = performance.now();
  const outcome = await context.fetcher.fetch({ url }, context.signal);
  await insertFetch(context.pool, {
    ...describeAttempt(outcome, performance.now() - started),
    profile: source.profile,
    sourceId: source.id,
    articleId: null,
    purpose: 'source',
  });
  return outcome;
}
