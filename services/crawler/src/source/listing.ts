import type { DiscoveredItem } from '@lamro/database';
import type { FetchedPage, Fetcher } from '@lamro/domain';
import {
  canonicaliseUrl,
  decodeBody,
  FeedError,
  isSitemapIndex,
  parseFeed,
  parseGdelt,
  parseListPage,
  parseNewsSitemap,
  parseSearchFeed,
  parseSitemapIndex,
} from '@lamro/press';

/** What a source lists, or the named reason why it lists nothing. */
export type Listing =
  | { readonly ok: true; readonly items: readonly DiscoveredItem[] }
  | { readonly ok: false; readonly alarm: string; readonly detail: string };

/** How further parts of a listing are fetched. */
interface Way {
  readonly fetcher: Fetcher;
  readonly signal: AbortSignal;
}

interface Listed {
  readonly link: string | null;
  readonly title: string;
  readonly summary?: string | null;
  readonly publishedAt?: string | null;
}

/** Newest parts of a sitemap index that one check follows. */
const SITEMAPS_PER_CHECK = 3;
const LONGEST_SUMMARY = 2_000;

/** Reads the items out of what a source answered, by the kind of the source. Never throws for what the source sent. */
export async function readListing(
  source: { kind: string; settings: unknown },
  page: FetchedPage,
  way: Way,
): Promise<Listing> {
  try {
    return { ok: true, items: tidy(await listedBy(source, page, way)) };
  } catch (error) {
    if (error instanceof FeedError) return { ok: false, alarm: error.kind, detail: error.message };
    throw error;
  }
}

async function listedBy(
  source: { kind: string; settings: unknown },
  page: FetchedPage,
  way: Way,
): Promise<readonly Listed[]> {
  const context = { contentType: page.headers['content-type'] ?? null, url: page.url };
  switch (source.kind) {
    case 'news-sitemap':
      return readSitemap(decodeBody(page.body, context.contentType).text, page.url, way);
    case 'list-page':
      return parseListPage(
        decodeBody(page.body, context.contentType).text,
        page.url,
        listSelectors(source.settings),
      ).map((entry) => ({ ...entry, link: entry.url }));
    case 'search-feed':
      return parseSearchFeed(page.body, context);
    case 'gdelt':
      return parseGdelt(decodeBody(page.body, context.contentType).text).map((entry) => ({
        ...entry,
        link: entry.url,
      }));
    default:
      return (await parseFeed(page.body, context)).items;
  }
}

async function readSitemap(xml: string, url: string, way: Way): Promise<readonly Listed[]> {
  if (!isSitemapIndex(xml))
    return parseNewsSitemap(xml, url).map((entry) => ({ ...entry, link: entry.url, title: entry.title ?? '' }));
  const parts = parseSitemapIndex(xml, url)
    .toSorted((a, b) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''))
    .slice(0, SITEMAPS_PER_CHECK);
  const found: Listed[] = [];
  for (const part of parts) {
    const answer = await way.fetcher.fetch({ url: part.url }, way.signal);
    if (!answer.ok) continue;
    const text = decodeBody(answer.body, answer.headers['content-type']).text;
    found.push(
      ...parseNewsSitemap(text, answer.url).map((entry) => ({ ...entry, link: entry.url, title: entry.title ?? '' })),
    );
  }
  return found;
}

function listSelectors(settings: unknown) {
  const chosen =
    typeof settings === 'object' && settings !== null && 'selectors' in settings ? settings.selectors : undefined;
  return typeof chosen === 'object' && chosen !== null ? (chosen as Parameters<typeof parseListPage>[2]) : undefined;
}

/** Keeps web links, one per canonical address, and cuts what a hostile feed may have inflated. */
function tidy(items: readonly Listed[]): DiscoveredItem[] {
  const seen = new Map<string, DiscoveredItem>();
  for (const item of items) {
    if (item.link === null || !/^https?:\/\//i.test(item.link)) continue;
    const canonicalUrl = canonicaliseUrl(item.link);
    if (seen.has(canonicalUrl)) continue;
    seen.set(canonicalUrl, {
      url: item.link,
      canonicalUrl,
      title: item.title.slice(0, LONGEST_SUMMARY),
      summary: (item.summary ?? '').slice(0, LONGEST_SUMMARY),
      publishedAt: item.publishedAt ?? null,
    });
  }
  return [...seen.values()];
}
