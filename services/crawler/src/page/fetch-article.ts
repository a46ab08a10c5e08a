import { type ArticleRow, findArticle, findIntakeText, postponeArticle } from '@lamro/database';
import type { FetchFailure } from '@lamro/domain';
import type { Later } from '@lamro/queue';
import type { CrawlContext } from '../crawler.ts';
import { HOST_BUSY } from '../host-load.ts';
import { storeIntake } from './store-intake.ts';
import { type Visit, visitArticle } from './visit-article.ts';

const MOST_ATTEMPTS = 6;
const FIRST_RETRY_SECONDS = 60;

/**
 * Fetches a discovered article and stores its first version.
 *
 * @returns the version to judge, nothing, or when to come again because the host has enough to do
 */
export async function fetchArticle(context: CrawlContext, articleId: string): Promise<{ versionId: string }[] | Later> {
  const article = await findArticle(context.pool, articleId);
  // The pause after a failure is the ledger's: a job that comes early would use up the attempts that are left.
  if (article === null || article.state !== 'discovered' || !article.due) return [];
  const handedIn = await findIntakeText(context.pool, articleId);
  if (handedIn !== null) return told(context, await storeIntake(context, article, handedIn));
  const host = URL.parse(article.url)?.host ?? '';
  if (context.hosts.isFull(host)) return HOST_BUSY;
  return context.hosts.run(host, () => fetchNow(context, article));
}

async function fetchNow(context: CrawlContext, article: ArticleRow): Promise<{ versionId: string }[]> {
  const visit = await visitOrExplain(context, article);
  switch (visit.kind) {
    case 'aborted':
      return [];
    case 'stored':
      return told(context, visit);
    case 'refused':
      await postpone(context, article, {
        reason: `${visit.refusal.outcome}: ${visit.refusal.detail}`,
        retryAfterMs: null,
        final: visit.final,
      });
      return [];
    case 'failed':
      await postpone(context, article, {
        reason: `${visit.failure.kind}: ${visit.failure.detail}`,
        retryAfterMs: visit.failure.retryAfterMs,
        final: finalOf(visit.failure),
      });
      return [];
  }
}

/** A fault of our own with one page counts as an attempt at it: without that the page would come back for ever. */
async function visitOrExplain(context: CrawlContext, article: ArticleRow): Promise<Visit> {
  try {
    const last = article.attempts + 1 >= MOST_ATTEMPTS;
    return await visitArticle(context, article, { purpose: 'article', acceptPartial: last });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await postpone(context, article, { reason: `reading-failed: ${reason}`, retryAfterMs: null, final: null });
    throw error;
  }
}

function told(context: CrawlContext, stored: { versionId: string | null; twin: boolean }): { versionId: string }[] {
  context.count('article', stored.versionId !== null ? 'stored' : stored.twin ? 'twin' : 'unchanged');
  return stored.versionId === null ? [] : [{ versionId: stored.versionId }];
}

/** Failures that asking again cannot mend. */
const FINAL: ReadonlySet<FetchFailure['kind']> = new Set(['invalid-url', 'scheme-refused', 'address-refused']);
const GONE: ReadonlySet<number> = new Set([404, 410, 451]);

/** What becomes of an article whose page failed so: gone, set aside, or (null) tried again. */
export function finalOf(failure: FetchFailure): 'gone' | 'quarantined' | null {
  if (failure.status !== null && GONE.has(failure.status)) return 'gone';
  // With a time to come again it was the server that could not serve its robots.txt, not the file that refused.
  const refused = failure.kind === 'robots-refused' && failure.retryAfterMs === null;
  return refused || FINAL.has(failure.kind) ? 'quarantined' : null;
}

interface Postponing {
  readonly reason: string;
  readonly retryAfterMs: number | null;
  readonly final: 'gone' | 'quarantined' | null;
}

async function postpone(context: CrawlContext, article: ArticleRow, why: Postponing): Promise<void> {
  const exhausted = article.attempts + 1 >= MOST_ATTEMPTS ? 'quarantined' : null;
  const final = why.final ?? exhausted;
  await postponeArticle(context.pool, {
    articleId: article.id,
    reason: why.reason.replaceAll('\u0000', ''),
    retryInSeconds: Math.max(FIRST_RETRY_SECONDS * 2 ** article.attempts, (why.retryAfterMs ?? 0) / 1000),
    final,
  });
  context.count('article', final ?? 'postponed');
}
