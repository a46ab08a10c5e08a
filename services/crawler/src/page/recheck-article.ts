import { findArticle, findRecheck, finishRecheck, insertFetch, postponeRecheck } from '@lamro/database';
import type { CrawlContext } from '../crawler.ts';
import { describeAttempt } from './attempt.ts';
import { storePage } from './store-page.ts';

const MOST_ATTEMPTS = 5;

/**
 * Looks again at an article after a release. What the change means is proposed by casework and confirmed by a person; here
 * only the page is fetched and kept.
 *
 * @returns the new version to judge, if the outlet changed its text
 */
export async function recheckArticle(context: CrawlContext, checkId: string): Promise<{ versionId: string }[]> {
  const check = await findRecheck(context.pool, checkId);
  const article = check === null ? null : await findArticle(context.pool, check.article_id);
  if (check === null || article === null) return [];
  const started = performance.now();
  const outcome = await context.fetcher.fetch({ url: article.url }, context.signal);
  const durationMs = performance.now() - started;
  if (outcome.ok) {
    const stored = await storePage(context, article, outcome, { purpose: 'recheck', durationMs });
    await finishRecheck(context.pool, { id: checkId, fetchId: stored.fetchId, afterVersionId: stored.versionId });
    context.count('recheck', stored.versionId === null ? 'unchanged' : 'changed');
    return stored.versionId === null ? [] : [{ versionId: stored.versionId }];
  }
  const attempt = {
    ...describeAttempt(outcome, durationMs),
    profile: article.profile,
    sourceId: article.source_id,
    articleId: article.id,
  };
  const fetchId = await insertFetch(context.pool, { ...attempt, purpose: 'recheck' });
  // A page that is gone is an answer; a server that is down is none, until it has been for long.
  const answered = outcome.kind === 'http-client-error' || check.attempts + 1 >= MOST_ATTEMPTS;
  if (answered) await finishRecheck(context.pool, { id: checkId, fetchId, afterVersionId: null });
  else await postponeRecheck(context.pool, { id: checkId, reason: outcome.detail });
  context.count('recheck', answered ? outcome.kind : 'postponed');
  return [];
}
