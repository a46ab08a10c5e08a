import type { FetchedPage, Fetcher, FetchOutcome, SourceAlarm, SourceKind } from '@lamro/domain';
import { type DiscoveredFeed, discoverFeeds } from '../discovery/feeds.ts';
import { isSitemapIndex } from '../sitemap/parse.ts';
import { detectWall } from '../wall/detect.ts';
import { alarmOfFailure, isStopped, newestOf } from './alarm.ts';
import { readSourceWhole } from './follow.ts';
import type { ListedItem, SourceReading } from './listed.ts';
import { isPage, textOf } from './page.ts';

/** What one source gives, found by trial and stored nowhere. */
export interface SourcePreview {
  readonly url: string;
  /** Where redirects led; null when nothing answered. */
  readonly finalUrl: string | null;
  /** The kind to register it as, or null when it is no source. */
  readonly kind: SourceKind | null;
  readonly format: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly items: readonly ListedItem[];
  readonly newestAt: string | null;
  /** Feeds that a page names, links, or customarily has, those that were tried with what they gave. */
  readonly feeds: readonly TriedFeed[];
  readonly alarm: SourceAlarm | null;
  /** Vietnamese; what led to the alarm. */
  readonly detail: string | null;
  /** Requests made, robots.txt files not counted. */
  readonly requests: number;
}

export interface TriedFeed extends DiscoveredFeed {
  /** Items it gave when it was tried; null when it was not tried or gave none. */
  readonly items: number | null;
}

export interface PreviewOptions {
  readonly signal?: AbortSignal;
  readonly now?: Date;
  /** Most feeds of a home page to try; each costs a request and the host's delay. */
  readonly tries?: number;
}

/**
 * Tries an address as a source: feed, search feed, GDELT answer, sitemap or index, list page, home page with feeds.
 *
 * @param fetcher the guarded way out; its politeness holds here too
 * @throws only what the fetcher throws by itself
 * @example const { kind, items, alarm } = await previewSource(fetcher, 'https://bao.example.vn/')
 */
export async function previewSource(
  fetcher: Fetcher,
  url: string,
  options: PreviewOptions = {},
): Promise<SourcePreview> {
  const now = options.now ?? new Date();
  let requests = 0;
  const fetch = (address: string): Promise<FetchOutcome> => {
    requests += 1;
    return fetcher.fetch({ url: address }, options.signal);
  };
  const outcome = await fetch(url);
  if (!outcome.ok) return { ...NOTHING, url, alarm: alarmOfFailure(outcome).alarm, detail: outcome.detail, requests };
  const kind = kindOf(outcome);
  const reading = await readSourceWhole(kind, {}, outcome, fetch);
  const feeds = isPage(textOf(outcome)) ? await tryFeeds(outcome, fetch, options.tries ?? 4) : [];
  return { ...NOTHING, url, finalUrl: outcome.url, ...tell(kind, reading, now), feeds, requests };
}

const NOTHING: SourcePreview = {
  url: '',
  finalUrl: null,
  kind: null,
  format: null,
  title: null,
  language: null,
  items: [],
  newestAt: null,
  feeds: [],
  alarm: null,
  detail: null,
  requests: 0,
};

function tell(kind: SourceKind, reading: SourceReading, now: Date): Partial<SourcePreview> {
  if (!reading.ok) return { alarm: reading.alarm, detail: reading.detail };
  const { format, title, language, items } = reading;
  const newest = newestOf(items, now);
  const told = { kind, format, title, language, items, newestAt: newest?.toISOString() ?? null };
  if (items.length === 0)
    return { ...told, alarm: 'always-empty', detail: 'Nguồn đúng định dạng nhưng không có tin nào.' };
  if (!isStopped(newest, now)) return told;
  return { ...told, alarm: 'stopped', detail: `Tin mới nhất đề ngày ${newest?.toISOString().slice(0, 10) ?? ''}.` };
}

/** The kind that an answer looks like; reading it decides whether it is. */
function kindOf(page: FetchedPage): SourceKind {
  const text = textOf(page);
  const head = text.slice(0, 20_000);
  if (URL.parse(page.url)?.hostname === 'api.gdeltproject.org' || /^\s*\{\s*"articles"\s*:/.test(head)) return 'gdelt';
  if (isSitemapIndex(text) || /<(?:[a-z]{1,10}:)?urlset[\s>]/i.test(head)) return 'news-sitemap';
  if (/^\s*\{/.test(head)) return 'json-feed';
  if (/<(?:rdf:)?rdf[\s>]/i.test(head)) return 'rdf';
  if (/<rss[\s>]/i.test(head)) return isSearch(page.url, text) ? 'search-feed' : 'rss';
  if (/<(?:atom:)?feed[\s>]/i.test(head)) return 'atom';
  // A wall is told of as such by the reading of either kind; what else is markup of no feed may be a list.
  return isPage(text) && detectWall(text) === null ? 'list-page' : 'feed';
}

/** Aggregators name the outlet of each item. */
function isSearch(url: string, xml: string): boolean {
  if (/(?:^|\.)news\.google\./.test(URL.parse(url)?.hostname ?? '')) return true;
  const items = xml.match(/<item[\s>]/gi)?.length ?? 0;
  const named = new Set([...xml.matchAll(/<source\s[^<>]{0,500}url=["']([^"']{1,300})/gi)].map((match) => match[1]));
  return items > 2 && named.size > 1 && (xml.match(/<source\s/gi)?.length ?? 0) >= items / 2;
}

async function tryFeeds(
  page: FetchedPage,
  fetch: (url: string) => Promise<FetchOutcome>,
  tries: number,
): Promise<TriedFeed[]> {
  const text = textOf(page);
  const tried: TriedFeed[] = [];
  let found = false;
  for (const [index, feed] of discoverFeeds(text, page.url).entries()) {
    // Customary places are guesses: the first that answers ends the search.
    const worth = index < tries && !(found && feed.basis === 'customary');
    const items = worth ? await countItems(feed, fetch) : null;
    if (items !== null) found = true;
    if (feed.basis !== 'customary' || items !== null) tried.push({ ...feed, items });
  }
  return tried;
}

async function countItems(feed: DiscoveredFeed, fetch: (url: string) => Promise<FetchOutcome>): Promise<number | null> {
  const outcome = await fetch(feed.url);
  if (!outcome.ok || isPage(textOf(outcome))) return null;
  const reading = await readSourceWhole(kindOf(outcome), {}, outcome, fetch);
  return reading.ok && reading.items.length > 0 ? reading.items.length : null;
}
