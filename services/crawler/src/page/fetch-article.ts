import { type ArticleRow, findArticle, insertFetch, postponeArticle } from '@lamro/database';
import type { FetchFailure } from '@lamro/domain';
import type { Later } from '@lamro/queue';
import type { CrawlContext } from '../crawler.ts';
import { describeAttempt } from './attempt.ts';
import { storePage } from './store-page.ts';

const MOST_ATTEMPTS = 6;
const FIRST_RETRY_SECONDS = 60;
const HOST_BUSY_MS = 700;

/**
 * Fetches a discovered article and stores its first version.
 *
 * @returns the version to judge, nothing, or when to come again because the host has enough to do
 */
export async function fetchArticle(context: CrawlContext, articleId: string): Promise<{ versionId: string }[] | Later> {
  const article = await findArticle(context.pool, articleId);
  if (article === null || article.state !== 'discovered') return [];
  const host = URL.parse(article.url)?.host ?? '';
  if (context.hosts.isFull(host)) return { laterMs: HOST_BUSY_MS };
  return context.hosts.run(host, () => fetchNow(context, article));
}

async function fetchNow(context: CrawlContext, article: ArticleRow): Promise<{ versionId: string }[]> {
  const articleId = article.id;
  const started = performance.now();
  const outcome = await context.fetcher.fetch({ url: article.url }, context.signal);
  const durationMs = performance.now() - started;
  if (!outcome.ok && outcome.kind === 'aborted') return [];
  if (!outcome.ok) {
    await insertFetch(context.pool, {
      ...describeAttempt(outcome, durationMs),
      profile: article.profile,
      sourceId: article.source_id,
      articleId,
      purpose: 'article',
    });
    await postpone(context, article, outcome);
    return [];
  }
  const stored = await storePage(context, article, outcome, { purpose: 'article', durationMs });
  if (!stored.readable) {
    await postponeArticle(context.pool, {
      articleId,
      reason: 'trang không có nội dung đọc được',
      ...retry(article.attempts, null),
    });
    context.count('article', 'unreadable');
    return [];
  }
  context.count('article', stored.versionId === null ? 'unchanged' : 'stored');
  return stored.versionId === null ? [] : [{ versionId: stored.versionId }];
}

/** Failures that asking again cannot mend. */
const FINAL: ReadonlySet<FetchFailure['kind']> = new Set([
  'invalid-url',
  'scheme-refused',
  'address-refused',
  'robots-refused',
]);
const GONE: ReadonlySet<number> = new Set([404, 410, 451]);

async function postpone(context: CrawlContext, article: ArticleRow, failure: FetchFailure): Promise<void> {
  const gone = failure.status !== null && GONE.has(failure.status);
  const plan = retry(article.attempts, failure.retryAfterMs);
  const final = gone ? 'gone' : FINAL.has(failure.kind) ? 'quarantined' : plan.final;
  await postponeArticle(context.pool, {
    articleId: article.id,
    reason: `${failure.kind}: ${failure.detail}`,
    ...plan,
    final,
  });
  context.count('article', final ?? 'postponed');
}

function retry(attempts: number, retryAfterMs: number | null): { retryInSeconds: number; final: 'quarantined' | null } {
  const backedOff = FIRST_RETRY_SECONDS * 2 ** attempts;
  return {
    retryInSeconds: Math.max(backedOff, (retryAfterMs ?? 0) / 1000),
    final: attempts + 1 >= MOST_ATTEMPTS ? 'quarantined' : null,
  };
}
