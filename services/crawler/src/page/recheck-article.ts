import { findArticle, findRecheck, finishRecheck, postponeRecheck } from '@lamro/database';
import type { CrawlContext } from '../crawler.ts';
import { finalOf } from './fetch-article.ts';
import { visitArticle } from './visit-article.ts';

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
  const visit = await visitArticle(context, article, { purpose: 'recheck', acceptPartial: false });
  if (visit.kind === 'aborted') return [];
  if (visit.kind === 'stored') {
    await finishRecheck(context.pool, { id: checkId, fetchId: visit.fetchId, afterVersionId: visit.versionId });
    context.count('recheck', visit.versionId === null ? 'unchanged' : 'changed');
    return visit.versionId === null ? [] : [{ versionId: visit.versionId }];
  }
  const [name, reason] =
    visit.kind === 'failed'
      ? [visit.failure.kind, visit.failure.detail]
      : [visit.refusal.outcome, visit.refusal.detail];
  // A page that is gone is an answer. A wall or a server that is down is none, however long: "unchanged" would be a guess.
  const gone = (visit.kind === 'failed' ? finalOf(visit.failure) : visit.final) === 'gone';
  if (gone) await finishRecheck(context.pool, { id: checkId, fetchId: visit.fetchId, afterVersionId: null });
  else await postponeRecheck(context.pool, { id: checkId, reason });
  context.count('recheck', gone ? name : 'postponed');
  return [];
}
