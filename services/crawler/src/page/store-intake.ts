import type { ArticleRow, IntakeText } from '@lamro/database';
import { detectLanguage } from '@lamro/press';
import type { CrawlContext } from '../crawler.ts';
import { type StoredVersion, storeVersion } from './store-version.ts';

/** Stores a text that was handed in as a page is stored: its bytes as proof, an attempt, a version. */
export async function storeIntake(context: CrawlContext, row: ArticleRow, text: IntakeText): Promise<StoredVersion> {
  const bytes = Buffer.from(`${text.title}\n\n${text.body}\n`);
  const snapshotSha256 = await context.blobs.put(bytes);
  const { language } = detectLanguage(text.body, row.source_language);
  const article = {
    canonicalUrl: row.canonical_url,
    title: text.title,
    text: text.body,
    byline: null,
    authors: [],
    publishedAt: text.publishedAsPrinted,
    modifiedAt: null,
    language,
    siteName: null,
    leadImage: null,
    leadCaption: null,
  };
  return storeVersion(context, row, article, {
    profile: row.profile,
    sourceId: row.source_id,
    articleId: row.id,
    purpose: 'intake',
    url: row.url,
    finalUrl: row.url,
    outcome: 'fetched',
    status: null,
    bytes: bytes.length,
    durationMs: 0,
    detail: null,
    snapshotSha256,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    fetchedAt: context.clock.now(),
    redirects: [],
  });
}
