import {
  type ArticleRow,
  type FetchAttempt,
  findNewestVersion,
  findSameText,
  insertFetch,
  insertVersion,
  inTransaction,
  markArticleFetched,
  mergeArticle,
  type Queryable,
  renameArticle,
  saveLeadPicture,
} from '@lamro/database';
import type { ExtractedArticle } from '@lamro/domain';
import { diffText, fingerprint, pictureDate, pictureKey } from '@lamro/press';
import type { CrawlContext } from '../crawler.ts';
import { instantOrNull } from './read-page.ts';
import { isRedirector } from './redirector.ts';

/** Changes when the same page would be read differently, so that old versions can be told from new ones. */
const EXTRACTOR_VERSION = 'press-2';
/** A caption or "video:" stands on many pages; a copy is told by a text of some length. */
const SHORTEST_COPY = 200;

export interface StoredVersion {
  readonly fetchId: string;
  /** The new version, or null when the outlet changed nothing. */
  readonly versionId: string | null;
  /** The page turned out to be one that is known under another address. */
  readonly twin: boolean;
}

/**
 * Writes what an outlet says on a page: the attempt, the address by which the page calls itself, and a version where the words
 * are new. A discovered article that turns out to be a known one under another address becomes one with it.
 */
export function storeVersion(
  context: CrawlContext,
  row: ArticleRow,
  extracted: ExtractedArticle,
  attempt: FetchAttempt & { readonly snapshotSha256: string },
): Promise<StoredVersion> {
  return inTransaction(context.pool, async (client) => {
    const twin = await renameArticle(client, {
      id: row.id,
      profile: row.profile,
      canonicalUrl: extracted.canonicalUrl,
      // A redirector's address is of no use once it was followed.
      url: isRedirector(row.url) ? attempt.finalUrl : null,
    });
    const merges = twin !== null && row.state === 'discovered';
    const articleId = merges ? twin : row.id;
    const fetchId = await insertFetch(client, { ...attempt, articleId });
    if (merges) await mergeArticle(client, { from: row.id, into: twin });
    const before = await findNewestVersion(client, articleId);
    // The twin's own page is its text; this one is a mobile or accelerated form of it, cut and rearranged.
    if (merges && before !== null) return { fetchId, versionId: null, twin: true };
    const versionId = await writeVersion(client, { row, articleId, extracted, attempt, fetchId, twin, before });
    return { fetchId, versionId, twin: twin !== null };
  });
}

interface Writing {
  readonly row: ArticleRow;
  readonly articleId: string;
  readonly extracted: ExtractedArticle;
  readonly attempt: { readonly snapshotSha256: string };
  readonly fetchId: string;
  readonly twin: string | null;
  readonly before: { contentHash: string; title: string; body: string } | null;
}

async function writeVersion(client: Queryable, writing: Writing): Promise<string | null> {
  const { row, articleId, extracted, before } = writing;
  const title = extracted.title || row.listed_title;
  const body = extracted.text;
  const contentHash = fingerprint(`${title}\n${body}`).contentHash;
  const textHash = body.length < SHORTEST_COPY ? null : fingerprint(body).contentHash;
  const versionId = await insertVersion(client, {
    profile: row.profile,
    articleId,
    contentHash,
    textHash,
    title,
    body,
    byline: extracted.byline,
    authors: extracted.authors,
    publishedAt: extracted.publishedAt ?? instantOrNull(row.listed_published_at),
    modifiedAt: extracted.modifiedAt,
    language: extracted.language,
    siteName: extracted.siteName,
    leadImage: extracted.leadImage,
    snapshotSha256: writing.attempt.snapshotSha256,
    fetchId: writing.fetchId,
    extractorVersion: EXTRACTOR_VERSION,
    difference: before === null ? null : diffText(`${before.title}\n\n${before.body}`, `${title}\n\n${body}`),
  });
  if (versionId === null) return null;
  const { leadImage: address, leadCaption: caption } = extracted;
  if (address !== null)
    await saveLeadPicture(client, {
      versionId,
      key: pictureKey(address),
      address,
      caption,
      dated: pictureDate(address),
    });
  const copyOf = textHash === null ? null : await findSameText(client, { profile: row.profile, articleId, textHash });
  const elsewhere = writing.twin === articleId ? null : writing.twin;
  await markArticleFetched(client, { id: articleId, versionId, syndicatedFrom: elsewhere ?? copyOf });
  return versionId;
}
