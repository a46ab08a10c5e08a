import type { FetchedPage, SourceAlarm, SourceKind } from '@lamro/domain';
import { z } from 'zod';
import { FeedError, type FeedErrorKind } from '../feed/feed.ts';
import { parseFeed } from '../feed/parse.ts';
import { listSelectorsSchema, parseListPage } from '../listing/parse.ts';
import { parseSearchFeed, type SearchHit } from '../search/feed.ts';
import { type GdeltArticle, parseGdelt } from '../search/gdelt.ts';
import { isSitemapIndex, parseNewsSitemap, parseSitemapIndex } from '../sitemap/parse.ts';
import { detectWall } from '../wall/detect.ts';
import { type ListedOutlet, type RawItem, type SourceReading, tidyItems } from './listed.ts';
import { isPage, textOf } from './page.ts';

/** What an operator may set for a source so that its listing is read rightly. */
const settingsSchema = z.looseObject({ selectors: listSelectorsSchema.nullish() });

const ALARM_OF: Readonly<Record<FeedErrorKind, SourceAlarm>> = {
  empty: 'empty-answer',
  'script-wall': 'script-wall',
  'page-instead-of-feed': 'page-instead-of-feed',
  'not-a-feed': 'not-a-feed',
  'too-large': 'oversized',
  'too-deep': 'oversized',
  'refused-by-server': 'query-refused',
};

interface Found {
  readonly format: string;
  readonly title?: string | null;
  readonly language?: string | null;
  readonly items: readonly RawItem[];
  readonly parts?: readonly string[];
}

/**
 * Reads the items out of what a source answered, by the kind of the source. Nothing is fetched; never throws for what the
 * source sent.
 *
 * @param settings as the source stores them; `selectors` name what a list page's items are
 * @example await readSource('news-sitemap', {}, page) // { ok: true, items: [...], parts: [] }
 */
export async function readSource(kind: SourceKind, settings: unknown, page: FetchedPage): Promise<SourceReading> {
  try {
    const found = await listed(kind, settings, page);
    return {
      ok: true,
      format: found.format,
      title: found.title ?? null,
      language: found.language ?? null,
      items: tidyItems(found.items),
      parts: found.parts ?? [],
    };
  } catch (error) {
    if (error instanceof FeedError) return refusal(error, page);
    throw error;
  }
}

/** A page that stands in front of the listing is named for what it is. */
function refusal(error: FeedError, page: FetchedPage): Extract<SourceReading, { ok: false }> {
  const wall = error.kind === 'empty' || error.kind === 'too-large' ? null : detectWall(textOf(page));
  const alarm = wall === null ? ALARM_OF[error.kind] : (`${wall.kind}-wall` as const);
  return { ok: false, alarm, detail: wall === null ? error.message : `${wall.why}.` };
}

async function listed(kind: SourceKind, settings: unknown, page: FetchedPage): Promise<Found> {
  const context = { contentType: page.headers['content-type'] ?? null, url: page.url };
  switch (kind) {
    case 'news-sitemap':
      return readSitemap(textOf(page), page.url);
    case 'list-page':
      return readList(textOf(page), page.url, settings);
    case 'search-feed':
      return { format: 'search-feed', items: (await parseSearchFeed(page.body, context)).map(fromSearch) };
    case 'gdelt':
      return { format: 'gdelt', items: parseGdelt(textOf(page)).map(fromGdelt) };
    case 'portal':
      // Portals announce in a feed or on a page.
      return isPage(textOf(page)) ? readList(textOf(page), page.url, settings) : parseFeed(page.body, context);
    default:
      return parseFeed(page.body, context);
  }
}

function readSitemap(xml: string, url: string): Found {
  if (isSitemapIndex(xml))
    return { format: 'sitemap-index', items: [], parts: parseSitemapIndex(xml, url).map((part) => part.url) };
  const items = parseNewsSitemap(xml, url).map(({ url: link, title, publishedAt, updatedAt }) => ({
    link,
    title,
    publishedAt: publishedAt ?? updatedAt,
  }));
  return { format: 'news-sitemap', items };
}

function readList(html: string, url: string, settings: unknown): Found {
  const chosen = settingsSchema.safeParse(settings);
  const selectors = chosen.success ? (chosen.data.selectors ?? undefined) : undefined;
  const items = parseListPage(html, url, selectors).map((entry) => ({ ...entry, link: entry.url }));
  if (items.length === 0) {
    if (html.trim() === '') throw new FeedError('empty');
    if (detectWall(html) !== null) throw new FeedError('script-wall');
  }
  return { format: selectors === undefined ? 'list-page-by-trial' : 'list-page', items };
}

function fromSearch(hit: SearchHit): RawItem {
  return { ...hit, outlet: hit.outlet === null ? null : outlet(hit.outlet, hit.outletUrl, null, null) };
}

/** When GDELT saw an article is not when it was published. */
function fromGdelt(article: GdeltArticle): RawItem {
  const host = article.domain ?? URL.parse(article.url)?.hostname ?? null;
  return {
    link: article.url,
    title: article.title,
    outlet: host === null ? null : outlet(host, article.url, article.country, article.language),
  };
}

function outlet(name: string, url: string | null, country: string | null, language: string | null): ListedOutlet {
  const host = url === null ? null : (URL.parse(url)?.hostname.replace(/^www\./, '') ?? null);
  return { name, host, country, language };
}
