import {
  type ArticleRow,
  findSameText,
  insertFetch,
  insertVersion,
  inTransaction,
  markArticleFetched,
  renameArticle,
} from '@lamro/database';
import type { FetchedPage } from '@lamro/domain';
import { decodeBody, extractArticle, fingerprint } from '@lamro/press';
import type { CrawlContext } from '../crawler.ts';
import { describeAttempt } from './attempt.ts';

/** Changes when the same page would be read differently, so that old versions can be told from new ones. */
const EXTRACTOR_VERSION = 'press-1';

export interface StoredPage {
  readonly fetchId: string;
  /** The new version, or null when the outlet changed nothing. */
  readonly versionId: string | null;
  /** False when the page carries no text to store. */
  readonly readable: boolean;
}

/** Keeps the raw page as proof, reads the article out of it and writes a version if its words changed. */
export async function storePage(
  context: CrawlContext,
  article: ArticleRow,
  page: FetchedPage,
  how: { purpose: 'article' | 'recheck'; durationMs: number },
): Promise<StoredPage> {
  const snapshotSha256 = await context.blobs.put(page.body);
  const extracted = extractArticle(decodeBody(page.body, page.headers['content-type']).text, { url: page.url });
  const title = extracted.title || article.listed_title;
  const contentHash = fingerprint(`${title}\n${extracted.text}`).contentHash;
  const attempt = {
    ...describeAttempt(page, how.durationMs),
    snapshotSha256,
    profile: article.profile,
    sourceId: article.source_id,
    articleId: article.id,
    purpose: how.purpose,
  };
  if (title === '' || extracted.text === '')
    return { fetchId: await insertFetch(context.pool, attempt), versionId: null, readable: false };
  return inTransaction(context.pool, async (client) => {
    const fetchId = await insertFetch(client, attempt);
    const twin = await renameArticle(client, {
      id: article.id,
      profile: article.profile,
      canonicalUrl: extracted.canonicalUrl,
    });
    const versionId = await insertVersion(client, {
      profile: article.profile,
      articleId: article.id,
      contentHash,
      title,
      body: extracted.text,
      byline: extracted.byline,
      authors: extracted.authors,
      publishedAt: extracted.publishedAt ?? instantOrNull(article.listed_published_at),
      modifiedAt: extracted.modifiedAt,
      language: extracted.language,
      siteName: extracted.siteName,
      leadImage: extracted.leadImage,
      snapshotSha256,
      fetchId,
      extractorVersion: EXTRACTOR_VERSION,
    });
    if (versionId !== null) {
      const same =
        twin ?? (await findSameText(client, { profile: article.profile, articleId: article.id, contentHash }));
      await markArticleFetched(client, { id: article.id, versionId, syndicatedFrom: same });
    }
    return { fetchId, versionId, readable: true };
  });
}

/** Feeds print dates in any form; only one that names an instant is worth keeping. */
function instantOrNull(printed: string | null): string | null {
  return printed !== null && /^\d{4}-\d{2}-\d{2}T/.test(printed) && !Number.isNaN(Date.parse(printed)) ? printed : null;
}
