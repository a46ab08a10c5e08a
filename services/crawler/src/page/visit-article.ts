import { type ArticleRow, insertFetch } from '@lamro/database';
import type { FetchedPage, FetchFailure, FetchOutcome } from '@lamro/domain';
import { decodeBody } from '@lamro/press';
import type { CrawlContext } from '../crawler.ts';
import { readSettings } from '../source/settings.ts';
import { describeAttempt, type Refusal } from './attempt.ts';
import { followPages } from './follow-pages.ts';
import { readPage } from './read-page.ts';
import { addressBehind, isRedirector } from './redirector.ts';
import { type StoredVersion, storeVersion } from './store-version.ts';

/** What one visit to an article's page came to; whatever it was, its row is written. */
export type Visit =
  | ({ readonly kind: 'stored' } & StoredVersion)
  | { readonly kind: 'failed'; readonly fetchId: string; readonly failure: FetchFailure }
  | {
      readonly kind: 'refused';
      readonly fetchId: string;
      readonly refusal: Refusal;
      readonly final: 'gone' | 'quarantined' | null;
    }
  /** The process ends; nothing was written. */
  | { readonly kind: 'aborted' };

export interface VisitOptions {
  readonly purpose: 'article' | 'recheck';
  /** Store what there is although a further page of the article cannot be had. */
  readonly acceptPartial: boolean;
}

/** Fetches an article's page with its further pages, keeps the raw bytes as proof and writes what it says. */
export async function visitArticle(context: CrawlContext, row: ArticleRow, options: VisitOptions): Promise<Visit> {
  const { outcome, durationMs } = await timed(context, row.url);
  if (!outcome.ok) return fail(context, row, options, outcome, durationMs);
  if (!isRedirector(outcome.url)) return readAndStore(context, row, options, outcome, durationMs);
  const behind = addressBehind(decodeBody(outcome.body, outcome.headers['content-type'] ?? null).text, outcome.url);
  if (behind === null)
    return refuse(context, row, options, { page: outcome, durationMs, refusal: HIDDEN, final: null });
  await insertFetch(context.pool, attemptOf(row, options, outcome, durationMs));
  const second = await timed(context, behind);
  if (!second.outcome.ok) return fail(context, row, options, second.outcome, second.durationMs);
  return readAndStore(context, row, options, second.outcome, second.durationMs);
}

const HIDDEN: Refusal = {
  outcome: 'redirector-unresolved',
  detail: 'Trang trung chuyển không cho biết địa chỉ bài gốc.',
};

async function timed(context: CrawlContext, url: string): Promise<{ outcome: FetchOutcome; durationMs: number }> {
  const started = performance.now();
  const outcome = await context.fetcher.fetch({ url }, context.signal);
  return { outcome, durationMs: performance.now() - started };
}

async function readAndStore(
  context: CrawlContext,
  row: ArticleRow,
  options: VisitOptions,
  page: FetchedPage,
  durationMs: number,
): Promise<Visit> {
  const how = {
    requestedUrl: page.requestedUrl,
    rules: readSettings(row.settings).rules,
    languageHint: row.source_language,
  };
  const read = readPage(page, how);
  if (!read.ok) return refuse(context, row, options, { page, durationMs, ...read });
  if (read.article.title === '' && row.listed_title === '')
    return refuse(context, row, options, { page, durationMs, refusal: UNTITLED, final: null });
  const joined = await followPages(context, row, read, { ...how, purpose: options.purpose });
  if (joined.missing !== null && !options.acceptPartial) {
    if (joined.missing.kind === 'aborted') return { kind: 'aborted' };
    const fetchId = await insertFetch(context.pool, await archived(context, row, options, page, durationMs));
    return { kind: 'failed', fetchId, failure: joined.missing };
  }
  const attempt = await archived(context, row, options, page, durationMs);
  return { kind: 'stored', ...(await storeVersion(context, row, joined.article, attempt)) };
}

const UNTITLED: Refusal = { outcome: 'unreadable', detail: 'Trang không có tiêu đề.' };

async function fail(
  context: CrawlContext,
  row: ArticleRow,
  options: VisitOptions,
  failure: FetchFailure,
  durationMs: number,
): Promise<Visit> {
  if (failure.kind === 'aborted') return { kind: 'aborted' };
  const fetchId = await insertFetch(context.pool, attemptOf(row, options, failure, durationMs));
  return { kind: 'failed', fetchId, failure };
}

interface Refused {
  readonly page: FetchedPage;
  readonly durationMs: number;
  readonly refusal: Refusal;
  readonly final: 'gone' | 'quarantined' | null;
}

/** A page that is no article is kept too: it proves what the outlet answered. */
async function refuse(
  context: CrawlContext,
  row: ArticleRow,
  options: VisitOptions,
  { page, durationMs, refusal, final }: Refused,
): Promise<Visit> {
  const attempt = await archived(context, row, options, page, durationMs, refusal);
  return { kind: 'refused', fetchId: await insertFetch(context.pool, attempt), refusal, final };
}

async function archived(
  context: CrawlContext,
  row: ArticleRow,
  options: VisitOptions,
  page: FetchedPage,
  durationMs: number,
  refusal: Refusal | null = null,
) {
  return { ...attemptOf(row, options, page, durationMs, refusal), snapshotSha256: await context.blobs.put(page.body) };
}

function attemptOf(
  row: ArticleRow,
  { purpose }: VisitOptions,
  outcome: FetchOutcome,
  durationMs: number,
  refusal: Refusal | null = null,
) {
  return {
    ...describeAttempt(outcome, durationMs, refusal),
    profile: row.profile,
    sourceId: row.source_id,
    articleId: row.id,
    purpose,
  };
}
